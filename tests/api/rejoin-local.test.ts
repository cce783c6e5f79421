/** On one machine: a new catalogue in the folder of a running server, a server that is killed meanwhile, and the operator's command. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RejoinRequest, rejoin } from '#api/rejoin.ts'
import type { Contribution } from '#contract/contribution.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { addDocument } from '#geodata/add.ts'
import { silent } from '#geodata/progress.ts'
import { createHandler } from '#handlers/rejoin.ts'
import { localTable } from '#local/database.ts'
import { rejoinAll } from '#local/rejoin.ts'
import { startRejoining } from '#local/rejoining.ts'
import { openRejoining } from '#store/rejoin.ts'
import { collection, folderOf, square } from '../geodata/fixture.ts'
import { type App, consultation, draft, startApp } from './app.ts'
import { clockOf } from './joining.ts'

let app: App
let geodata: string
const place = () => ({ table: localTable, endpoint: app.server.databaseEndpoint })
const env = () => ({ TABLE_NAME: localTable, DYNAMODB_ENDPOINT: app.server.databaseEndpoint, GEODATA_DIR: geodata })
let version = 0

/** The document, one version further, with a zone of this name around every contribution of the tests. */
async function publish(zone: string): Promise<string> {
  const area = { id: zone, properties: { naam: zone }, geometry: { type: 'Polygon', coordinates: square(5.24, 52.04, 0.05) } }
  const input = await folderOf({ 'gebied.geojson': collection([area]) })
  const said = { version: `v${++version}`, title: 'Plan', licence: 'CC0', authority: 'Bunnik', date: '2026-11-24' }
  await addDocument(
    { input, target: geodata, id: 'plan', metadata: { ...said, category: 'zoning' }, today: '2026-11-24' },
    silent,
  )
  return said.version
}
const zonesOf = async (id: string) => ((await app.ask(`/api/v1/contributions/${id}`)).json as Contribution).zones
const counted = async (zone: string) => (await app.store.zoneTotals('proef', [`plan.gebied/${zone}`]))[0]

beforeAll(async () => {
  geodata = await mkdtemp(join(tmpdir(), 'vliegwiel-rejoin-'))
  await writeFile(join(geodata, 'catalogue.json'), JSON.stringify({ basemap: null, documents: [] }))
  app = await startApp({ geodataDir: geodata })
  await app.store.putConsultation(consultation('proef'))
})
beforeEach(async () => {
  // What earlier tests left is as it should be before the next.
  await rejoinAll({ ...place(), catalogue: { folder: geodata }, say: () => undefined })
})
afterAll(async () => {
  await app.close()
  await rm(geodata, { recursive: true })
})

test('a new catalogue is noticed, joined with, and counted, without a restart', async () => {
  const { id } = await app.submit()
  expect(await zonesOf(id)).toEqual([])
  const said: object[] = []
  const rejoining = startRejoining({
    ...place(),
    geodata,
    handler: createHandler(env()),
    log: (entry) => said.push(entry),
    settle: 0,
  })
  try {
    const first = await publish('dorp')
    await expect.poll(() => zonesOf(id), { timeout: 20_000 }).toMatchObject([{ id: 'dorp', version: first }])
    await expect.poll(() => counted('dorp'), { timeout: 20_000 }).toBe(1)
    const second = await publish('kern')
    await expect.poll(() => zonesOf(id), { timeout: 20_000 }).toMatchObject([{ id: 'kern', version: second }])
    await expect.poll(async () => [await counted('dorp'), await counted('kern')], { timeout: 20_000 }).toEqual([0, 1])
    expect(said).toEqual([])
  } finally {
    await rejoining.stop()
  }
})

test('killed half-way, the next start goes on where it was, and after the end a start does nothing', async () => {
  const ids = (await Promise.all(Array.from({ length: 24 }, () => app.submit(draft)))).map(({ id }) => id)
  const latest = await publish('wijk')
  const call = () =>
    rejoin({
      contributions: openRejoining(place()),
      geo: openGeodata(fileSources(geodata)),
      clock: clockOf(11_000),
      log: () => undefined,
    })
  const asked: RejoinRequest[] = []
  const start = (dies: boolean) => {
    const handler = async (request: RejoinRequest) => {
      asked.push(request)
      const answer = await call()(request)
      if (dies && asked.length === 2) throw new Error('killed')
      return answer
    }
    return startRejoining({ ...place(), geodata, handler, log: () => undefined, settle: 0 })
  }
  const first = start(true)
  await expect.poll(() => asked.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
  await first.stop()
  const before = asked.length
  const second = start(false)
  await expect.poll(async () => (await openRejoining(place()).note('rejoin'))?.next, { timeout: 20_000 }).toBeUndefined()
  await second.stop()
  expect(asked[before]?.next).toBeDefined()
  expect(asked[before]?.looked).toBeGreaterThan(0)
  for (const id of ids) expect(await zonesOf(id)).toMatchObject([{ id: 'wijk', version: latest }])

  const rest = asked.length
  const third = start(false)
  await new Promise((resolve) => setTimeout(resolve, 500))
  await third.stop()
  expect(asked).toHaveLength(rest)
})

test('the command joins with what is there, says how far it is, and a second time finds nothing to do', async () => {
  const { id } = await app.submit()
  const latest = await publish('buurt')
  const said: string[] = []
  const run = () => rejoinAll({ ...place(), catalogue: { folder: geodata }, say: (line) => said.push(line) })
  expect(await run()).toBeGreaterThan(0)
  expect(await zonesOf(id)).toMatchObject([{ id: 'buurt', version: latest }])
  expect(await run()).toBe(0)
  expect(said.at(-1)).toMatch(/^\d+ bijdragen bekeken, 0 opnieuw gekoppeld\.$/)
})

test('the command reads the catalogue of a site, as the function in the cloud does', async () => {
  const { id } = await app.submit()
  const latest = await publish('straat')
  await rejoinAll({ ...place(), catalogue: { site: app.server.origin }, say: () => undefined })
  expect(await zonesOf(id)).toMatchObject([{ id: 'straat', version: latest }])
})

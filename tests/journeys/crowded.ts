/**
 * A running app whose map is too full for pins: made-up contributions around the villages, and many in one square. Filling takes
 * half a minute, so a filled database is kept under `.cache`, by a hash of all that makes it.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { automaticRun } from '#api/rejoin.ts'
import type { Catalogue } from '#contract/catalogue.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { localTable } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import { seedMany } from '#local/seed-many.ts'
import { type RunningServer, startServer } from '#local/server.ts'
import { openRejoining } from '#store/rejoin.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The web app was built for the app of all journeys (app.setup.ts). */
const settings = { port: 0, seed: 'none', prepare: false } as const

export interface CrowdedApp {
  readonly server: RunningServer
  close(): Promise<void>
}

/** Around the villages, one in twenty a line or an area; and in 100 by 100 metres. */
const around = 400
const inSquare = 560

export async function startCrowdedApp(): Promise<CrowdedApp> {
  const filled = join(root, '.cache', `crowded-${hashOfSources()}`)
  if (!existsSync(filled)) await fill(filled)
  const dataDir = mkdtempSync(join(tmpdir(), 'vliegwiel-crowded-'))
  cpSync(filled, dataDir, { recursive: true, preserveTimestamps: true })
  const server = await startServer({ ...settings, dataDir, geodataDir: join(dataDir, 'geodata') })
  return {
    server,
    close: async () => {
      await server.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  const sources = ['functions/{contract,domain,store,local}/**/*.ts', 'geodata/example/**/*.json']
  for (const path of globSync(sources, { cwd: root }).toSorted()) hash.update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}

async function fill(folder: string): Promise<void> {
  for (const old of globSync('.cache/crowded-*', { cwd: root })) rmSync(join(root, old), { recursive: true })
  const partial = `${folder}.${process.pid}`
  const geodataDir = join(partial, 'geodata')
  mkdirSync(geodataDir, { recursive: true })
  // No layers and no zones: they are other tests' matter, and a map that draws little is quick.
  writeFileSync(join(geodataDir, 'catalogue.json'), JSON.stringify({ basemap: null, documents: [] } satisfies Catalogue))
  const server = await startServer({ ...settings, dataDir: partial, geodataDir })
  const { consultation } = await readSeed()
  const zonesAt = async () => []
  const place = { table: localTable, endpoint: server.databaseEndpoint }
  // The square lies in a consultation of one village; what is put in last decides how the consultation is.
  const one = { ...consultation, villages: consultation.villages.filter(({ id }) => id === 'cothen') }
  await seedMany({ ...place, consultation: one, shape: 'one-square', lines: 0, count: inSquare, zonesAt })
  await seedMany({ ...place, consultation, shape: 'villages', lines: 0.05, count: around, zonesAt })
  // Joined with this catalogue, says the note: else each server would do so half a minute after its start, in the midst of a test.
  const pinned = await openGeodata(fileSources(geodataDir)).pinned()
  if (!pinned) throw new Error('no catalogue')
  await openRejoining(place).putNote(automaticRun, { catalogue: pinned.edition, looked: around + inSquare, joined: 0 })
  await server.close()
  renameSync(partial, folder)
}

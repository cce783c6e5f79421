/** Calls, read and write units of the store's jobs as the database reports them, and their time against a bare read of one item. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Geometry, Position } from '#contract/geometry.ts'
import { cellOf } from '#domain/mercator.ts'
import { openDatabase as openLocalDatabase } from '#local/database.ts'
import { type Consumed, openDatabase } from '#store/client.ts'
import { countChanges } from '#store/count.ts'
import { tableDeadLetters } from '#store/dead-letters.ts'
import { openStore } from '#store/open.ts'
import type { Store } from '#store/store.ts'
import { openStreamReader, type StreamReader } from '#store/stream-reader.ts'
import { keys, meetsStreamFilter } from '#store/table.ts'
import { bunnik, contribution, point, submissionOf } from '../store/contributions.ts'
import { type Measurement, median, timed } from './measure.ts'
import { sampleZones } from './sample-zones.ts'

const table = 'bench'
/** Runs of each job. */
const runs = 30
const sizes = [100, 1000]
const told = (characters: number) => ({
  description: 'Een hele mooie plek. '.repeat(200).slice(0, characters),
  zones: sampleZones,
})

/** The same places in every run: a sunflower of points around Bunnik, as far as the next villages. */
function place(number: number, of: number): Position {
  const radius = 0.06 * Math.sqrt(number / of)
  const angle = number * Math.PI * (3 - Math.sqrt(5))
  return [bunnik[0] + radius * Math.cos(angle), bunnik[1] + radius * Math.sin(angle) * 0.6]
}
function area([x, y]: Position, corners: number, radius: number): Geometry {
  const ring = Array.from({ length: corners }, (_, number): Position => {
    const angle = (2 * Math.PI * number) / corners
    return [x + radius * Math.cos(angle), y + radius * 0.6 * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] }
}

export async function benchStore(): Promise<Record<string, Measurement[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'vliegwiel-bench-'))
  const local = await openLocalDatabase(folder, table)
  const consumed: Consumed[] = []
  const connection = { table, endpoint: local.endpoint, onConsumed: (one: Consumed) => consumed.push(one) }
  const bench = { store: openStore(connection), database: openDatabase(connection), consumed }
  const reader = await openStreamReader(connection)
  try {
    const tables: Record<string, Measurement[]> = { Submitting: await benchSubmit(bench, reader) }
    for (const size of sizes)
      tables[`Reading among ${size} contributions, one in ten a line or area`] = await benchReads(bench, size)
    return tables
  } finally {
    reader.close()
    await local.close()
    await rm(folder, { recursive: true })
  }
}

interface Bench {
  readonly store: Store
  readonly database: ReturnType<typeof openDatabase>
  readonly consumed: Consumed[]
}

async function cost(
  { consumed }: Bench,
  work: () => Promise<unknown>,
): Promise<{ calls: number; read: number; written: number }> {
  consumed.length = 0
  await work()
  return {
    calls: consumed.length,
    read: consumed.reduce((sum, { readUnits }) => sum + readUnits, 0),
    written: consumed.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
  }
}

async function benchSubmit(bench: Bench, reader: StreamReader): Promise<Measurement[]> {
  const consultation = 'bench-submit'
  const submit = (geometry: Geometry, characters: number) =>
    bench.store.submit(submissionOf(contribution(consultation, geometry, told(characters))))
  await submit(area(bunnik, 4, 0.001), 500)
  const units = async (geometry: Geometry, characters: number) => (await cost(bench, () => submit(geometry, characters))).written
  const short = await units(point(), 500)
  const long = await units(point(), 500 + 3 * 1024)
  await countStream(bench, reader)
  const shapes: [string, Geometry][] = [
    ['an area of 20 corners, 300 m', area(bunnik, 20, 0.004)],
    ['an area of 300 corners, 5 km', area(bunnik, 300, 0.04)],
    ['an area of 999 corners, 20 km', area(bunnik, 999, 0.15)],
  ]
  const measured: Measurement[] = [
    { what: 'a point with 500 characters', measured: short, unit: 'write units', budget: 16 },
    { what: 'each further kB of text', measured: (long - short) / 3, unit: 'write units', budget: 2 },
  ]
  const pointAgain = await units(point(), 500)
  measured.push({
    what: 'a point with the stream’s work',
    measured: pointAgain + (await countStream(bench, reader)),
    unit: 'write units',
    budget: 48,
  })
  for (const [what, geometry] of shapes) {
    const alone = await units(geometry, 500)
    measured.push({ what, measured: alone, unit: 'write units', budget: 80 })
    measured.push({
      what: `${what}, with the stream’s work`,
      measured: alone + (await countStream(bench, reader)),
      unit: 'write units',
      budget: 140,
    })
  }
  return measured
}

let position: string | undefined
/** Counts what the stream brings since the last time; returns the write units. */
async function countStream(bench: Bench, reader: StreamReader): Promise<number> {
  const [shard] = await reader.shards()
  position ??= await reader.iterator(shard?.id ?? '')
  const { written } = await cost(bench, async () => {
    for (;;) {
      const { records, next } = await reader.read(position ?? '', 1000)
      position = next
      if (records.length === 0) return
      await countChanges(bench.database, tableDeadLetters(bench.database), records.filter(meetsStreamFilter))
    }
  })
  return written
}

async function benchReads(bench: Bench, size: number): Promise<Measurement[]> {
  const consultation = `bench-${size}`
  const { store } = bench
  const records = Array.from({ length: size }, (_, number) => {
    const at = place(number, size)
    return contribution(consultation, number % 10 === 0 ? area(at, 12, 0.002) : point(at), told(500))
  })
  for (let start = 0; start < size; start += 25) {
    await Promise.all(records.slice(start, start + 25).map((record) => store.submit(submissionOf(record))))
  }
  const [first] = records
  const get = new GetCommand({ TableName: table, Key: keys.body(first?.id ?? '') })
  const bare = median(await timed(runs * 3, () => bench.database.client.send(get)))
  const measured: Measurement[] = []
  const job = async (
    what: string,
    work: (run: number) => Promise<unknown>,
    budget: { calls?: number; read?: number; written?: number },
    times = runs,
  ) => {
    const { calls, read, written } = await cost(bench, () => work(-1))
    if (calls > 0)
      measured.push({ what: `${what}: calls`, measured: calls, unit: '', ...(budget.calls ? { budget: budget.calls } : {}) })
    if (read > 0)
      measured.push({
        what: `${what}: read`,
        measured: read,
        unit: 'read units',
        ...(budget.read ? { budget: budget.read } : {}),
      })
    if (written > 0)
      measured.push({
        what: `${what}: written`,
        measured: written,
        unit: 'write units',
        ...(budget.written ? { budget: budget.written } : {}),
      })
    measured.push({ what: `${what}: median time`, measured: median(await timed(times, work)) / bare, unit: '× one GetItem' })
  }
  await job('submit a point', () => store.submit(submissionOf(contribution(`${consultation}-more`, point(), told(500)))), {
    written: 16,
  })
  for (const z of [9, 12, 14, 16]) {
    const { x, y } = cellOf(bunnik, z)
    await job(`tile at zoom ${z}`, () => store.tile(consultation, z, x, y), { calls: 5, read: 32 })
  }
  const [lon, lat] = bunnik
  await job(
    'box of 1.4 km, at most 100',
    () => store.inBBox(consultation, [lon - 0.01, lat - 0.006, lon + 0.01, lat + 0.006], { filter: {}, limit: 100 }),
    {},
  )
  await job('newest 100', () => store.newest(consultation, { filter: {}, limit: 100 }), {})
  await job(
    'export of all',
    async () => {
      let count = 0
      for await (const _ of store.everything(consultation, {})) count++
      if (count !== size) throw new Error(`${count} of ${size} contributions came out`)
    },
    {},
    5,
  )
  return measured
}

/**
 * The same questions among 10³, 10⁴ and 10⁵ contributions, as clustered as real villages: what they cost and how that grows. Filling
 * 10⁵ takes minutes; a folder that is named is kept, and filled only once.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { BBox } from '#contract/geometry.ts'
import { boxOf, columnAndRow, quadkeyOf } from '#domain/quadkey.ts'
import { type LocalDatabase, openDatabase as openLocalDatabase } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import { seedMany } from '#local/seed-many.ts'
import { type Consumed, openDatabase } from '#store/client.ts'
import { openStore } from '#store/open.ts'
import { readSummaries } from '#store/read-summaries.ts'
import { reconcile } from '#store/reconcile.ts'
import { keys } from '#store/table.ts'
import { type Measurement, median } from './measure.ts'
import { sampleZones } from './sample-zones.ts'

const table = 'bench'
const deepest = 16
/** Runs of each question whose time is taken. */
const runs = 7

export interface ScaleOptions {
  readonly sizes: readonly number[]
  /** Kept and used again; absent: made and thrown away. */
  readonly folder?: string
}

export async function benchScale({ sizes, folder }: ScaleOptions): Promise<Record<string, Measurement[]>> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'vliegwiel-bench-')))
  const local = await openLocalDatabase(place, table)
  try {
    const tables: Record<string, Measurement[]> = {}
    const costs: Cost[][] = []
    for (const size of sizes) {
      await fill(local, size)
      const { measured, tiles } = await measure(local, size)
      tables[`Among ${size} contributions around villages, one in ten a line or area`] = measured
      costs.push(tiles)
      console.error(`${nameOf(size)}: measured`)
    }
    const { drift, uncounted } = await reconcile(openDatabase({ table, endpoint: local.endpoint }), nameOf(sizes.at(-1) ?? 0))
    const off = Object.keys(drift).length + uncounted.length
    tables['Recount of the largest'] = [{ what: 'drift of counters', measured: off, unit: 'items', budget: 0 }]
    const [before, last] = costs.slice(-2)
    if (before && last) tables[`Growth of a tile from ${sizes.at(-2)} to ${sizes.at(-1)}`] = growth(before, last)
    return tables
  } finally {
    await local.close()
    if (folder === undefined) await rm(place, { recursive: true })
  }
}

const zones = sampleZones.map((zone) => ({
  ...zone,
  layerTitle: 'Wonen',
  document: 'omgevingsvisie-voorbeeld',
  documentTitle: 'Voorbeeld',
  category: 'vision' as const,
  date: '2026-01-01',
  theme: 'housing' as const,
  colour: '#c7331d',
}))
const nameOf = (size: number): string => `bench-${size}`

async function fill(local: LocalDatabase, size: number): Promise<void> {
  const { consultation } = await readSeed()
  await seedMany({
    table,
    endpoint: local.endpoint,
    consultation: { ...consultation, id: nameOf(size) },
    shape: 'villages',
    lines: 0.1,
    count: size,
    zonesAt: async () => zones,
    onProgress: (done) => console.error(`${nameOf(size)}: ${done} of ${size}`),
  })
}

interface Cost {
  readonly calls: number
  readonly read: number
}

async function measure(local: LocalDatabase, size: number): Promise<{ measured: Measurement[]; tiles: Cost[] }> {
  const consultation = nameOf(size)
  const consumed: Consumed[] = []
  const connection = { table, endpoint: local.endpoint, onConsumed: (one: Consumed) => consumed.push(one) }
  const store = openStore(connection)
  const database = openDatabase(connection)
  const cost = async (work: () => Promise<unknown>): Promise<Cost & { times: number[] }> => {
    await work()
    consumed.length = 0
    await work()
    const first = { calls: consumed.length, read: consumed.reduce((sum, { readUnits }) => sum + readUnits, 0) }
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      const started = performance.now()
      await work()
      times.push(performance.now() - started)
    }
    return { ...first, times }
  }
  const get = new GetCommand({ TableName: table, Key: keys.totals(consultation) })
  const bare = (await cost(() => database.client.send(get))).times
  const squares = await readSummaries(database, consultation, deepest, { from: '0', to: '4' })
  const byCount = squares.toSorted((a, b) => b.count - a.count)
  const dense = byCount[0]
  if (!dense) throw new Error(`${consultation} is empty`)
  const { villages } = (await readSeed()).consultation
  const places = [dense.cell, ...villages.slice(0, 3).map(({ position }) => quadkeyOf(position, deepest))]
  const tiles: Cost[] = []
  const densest: Cost[] = []
  const times: number[] = []
  for (const place of places) {
    for (let zoom = 0; zoom <= deepest; zoom++) {
      const { x, y } = columnAndRow(place.slice(0, zoom))
      const one = await cost(() => store.tile(consultation, zoom, x, y))
      tiles.push(one)
      if (place === dense.cell) densest.push(one)
      times.push(...one.times)
      await breathe()
    }
  }
  const box = boxOf(dense.cell)
  const row = async (what: string, work: () => Promise<unknown>): Promise<Measurement[]> => {
    const one = await cost(work)
    return [
      { what: `${what}: calls`, measured: one.calls, unit: '' },
      { what: `${what}: read`, measured: one.read, unit: 'read units' },
      ...ratios(what, one.times, bare),
    ]
  }
  const page = { filter: {}, limit: 100 }
  const zone = sampleZones[0]
  const measured: Measurement[] = [
    { what: 'most in one square of 376 m', measured: dense.count, unit: '' },
    ...spread('tile at the densest place, zoom 0–16', densest),
    ...spread('tile at four places, zoom 0–16', tiles),
    ...ratios('tile', times, bare),
    ...(await row('box of the densest square, 100', () => store.inBBox(consultation, box, page))),
    ...(await row('box of everything, 100', () => store.inBBox(consultation, around(box), page))),
    ...(await row('newest 100', () => store.newest(consultation, page))),
    ...(await row('zone, 100', () => store.newest(consultation, { ...page, filter: { zone: `${zone?.layer}/${zone?.id}` } }))),
    ...(await row('totals', () => store.totals(consultation))),
    { what: 'memory of the process after this', measured: process.memoryUsage().rss / 1e6, unit: 'MB' },
  ]
  return { measured, tiles }
}

const around = ([west, south, east, north]: BBox): BBox => [west - 0.3, south - 0.3, east + 0.3, north + 0.3]

function spread(what: string, costs: readonly Cost[]): Measurement[] {
  const of = (pick: (cost: Cost) => number) => costs.map(pick).toSorted((a, b) => a - b)
  const calls = of((one) => one.calls)
  const read = of((one) => one.read)
  return [
    { what: `${what}: calls, least`, measured: calls[0] ?? 0, unit: '' },
    { what: `${what}: calls, median`, measured: median(calls), unit: '' },
    { what: `${what}: calls, most`, measured: calls.at(-1) ?? 0, unit: '', budget: 5 },
    { what: `${what}: read, least`, measured: read[0] ?? 0, unit: 'read units' },
    { what: `${what}: read, median`, measured: median(read), unit: 'read units' },
    { what: `${what}: read, most`, measured: read.at(-1) ?? 0, unit: 'read units', budget: 32 },
  ]
}

/** Against a bare read of one item in the same run: median against median, and the slowest hundredth likewise. */
function ratios(what: string, times: readonly number[], bare: readonly number[]): Measurement[] {
  const slow = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN
  return [
    { what: `${what}: median time`, measured: median(times) / median(bare), unit: '× one GetItem' },
    { what: `${what}: slowest hundredth`, measured: slow(times) / median(bare), unit: '× one GetItem' },
  ]
}

function growth(before: readonly Cost[], after: readonly Cost[]): Measurement[] {
  const mean = (costs: readonly Cost[]) => costs.reduce((sum, { read }) => sum + read, 0) / costs.length
  const most = (costs: readonly Cost[]) => Math.max(...costs.map(({ read }) => read))
  return [
    { what: 'read units, mean over all zooms and places', measured: mean(after) / mean(before), unit: '×', budget: 1.2 },
    { what: 'read units, dearest tile', measured: most(after) / most(before), unit: '×', budget: 1.2 },
  ]
}

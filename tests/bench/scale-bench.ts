/**
 * The same questions among 10³, 10⁴, 10⁵ and, when asked for, 10⁶ contributions, as clustered as real villages: what they cost and how
 * that grows. Each size has a database of its own; in a folder that is named they are kept, and filled only once.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { BBox } from '#contract/geometry.ts'
import { boxOf, columnAndRow, quadkeyOf } from '#domain/quadkey.ts'
import { type LocalDatabase, localTable } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import { type Consumed, openDatabase } from '#store/client.ts'
import { openStore } from '#store/open.ts'
import { readSummaries } from '#store/read-summaries.ts'
import { reconcile } from '#store/reconcile.ts'
import { keys } from '#store/table.ts'
import { filledWith, nameOf } from './filled.ts'
import { type Measurement, median, ratios, timed } from './measure.ts'
import { sampleZones } from './sample-zones.ts'

const table = localTable
const deepest = 16
/** Runs of each question whose time is taken. */
const runs = 7
/** Largest size that is recounted: more takes ten minutes (`npm run reconcile` does it). */
const mostRecounted = 100_000
/** Bare reads of one item, before the questions and after them. */
const bareRuns = 200

/** @param folder holds a folder per size */
export async function benchScale(sizes: readonly number[], folder: string): Promise<Record<string, Measurement[]>> {
  const tables: Record<string, Measurement[]> = {}
  const costs = new Map<number, Cost[]>()
  for (const size of sizes) {
    const local = await filledWith(folder, size)
    try {
      const { measured, tiles } = await measure(local, size)
      costs.set(size, tiles)
      console.error(`${nameOf(size)}: measured`)
      const recount = size > mostRecounted ? [] : await recounted(local, size)
      tables[`Among ${size} contributions around villages, one in ten a line or area`] = [...measured, ...recount]
    } finally {
      await local.close()
    }
    const before = costs.get(size / 10)
    const after = costs.get(size)
    if (before && after) tables[`Growth of a tile from ${size / 10} to ${size}`] = growth(before, after, size)
  }
  return tables
}

async function recounted(local: LocalDatabase, size: number): Promise<Measurement[]> {
  const { drift, uncounted } = await reconcile(openDatabase({ table, endpoint: local.endpoint }), nameOf(size))
  return [
    { what: 'drift of counters, recounted', measured: Object.keys(drift).length + uncounted.length, unit: 'items', budget: 0 },
  ]
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
    return { ...first, times: await timed(runs, work) }
  }
  const get = new GetCommand({ TableName: table, Key: keys.totals(consultation) })
  const bare = await timed(bareRuns, () => database.client.send(get))
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
  bare.push(...(await timed(bareRuns, () => database.client.send(get))))
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

/** Below `settled` a tile that holds more costs more: budgets count from where every place is occupied. */
const settled = 100_000

function growth(before: readonly Cost[], after: readonly Cost[], size: number): Measurement[] {
  const mean = (costs: readonly Cost[]) => costs.reduce((sum, { read }) => sum + read, 0) / costs.length
  const most = (costs: readonly Cost[]) => Math.max(...costs.map(({ read }) => read))
  const budget = size >= settled ? { budget: 1.2 } : {}
  return [
    { what: 'read units, mean over all zooms and places', measured: mean(after) / mean(before), unit: '×', ...budget },
    { what: 'read units, dearest tile', measured: most(after) / most(before), unit: '×', ...budget },
  ]
}

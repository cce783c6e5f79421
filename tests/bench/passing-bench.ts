/**
 * The dearest tiles that can be made on purpose: hundreds of lines with as many corners and as long titles as may be, all through one
 * square, none of which has its spot there, so that no summary announces them; short ones, long ones and ones across the country.
 */
import { join } from 'node:path'
import type { Position } from '#contract/geometry.ts'
import { columnAndRow, quadkeyOf } from '#domain/quadkey.ts'
import { localTable } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import type { Consumed } from '#store/client.ts'
import { openStore } from '#store/open.ts'
import type { Submission } from '#store/store.ts'
import { bunnik, contribution, submissionOf } from '../store/contributions.ts'
import { lineThrough } from '../store/passing-line.ts'
import { openFilled } from './filled.ts'
import { type Measurement, median } from './measure.ts'

const deepest = 16
/** Half the length in degrees (0.01 is 700 m) of the lines that pass: the longest that stand under cells of 376 m and of 6 km, and wide ones. */
const halves = [0.025, 0.12, 0.3, 0.6, 3] as const
/** How many of each. */
const each = 600
const title =
  'Een lange titel over een lange lijn die hier alleen maar langskomt, zodat de kaart er zo veel mogelijk van moet lezen …'

/** One consultation per length, and one in which all of them pass beside points. */
const cases = [...halves.map((half) => ({ halves: [half], points: 0 })), { halves, points: 450 }].map((one, number) => ({
  ...one,
  consultation: `bench-passing-${number}`,
}))

export async function benchPassing(folder: string): Promise<Measurement[]> {
  const record = (await readSeed()).consultation
  const local = await openFilled(join(folder, 'bench-passing'), async () =>
    cases.map((one) => ({ consultation: { ...record, id: one.consultation }, submissions: passing(one) })),
  )
  try {
    const measured: Measurement[] = []
    for (const one of cases) measured.push(...(await measure(local.endpoint, one)))
    return measured
  } finally {
    await local.close()
  }
}

type Case = (typeof cases)[number]

async function measure(endpoint: string, { consultation, halves: half, points }: Case): Promise<Measurement[]> {
  const consumed: Consumed[] = []
  const store = openStore({ table: localTable, endpoint, onConsumed: (one) => consumed.push(one) })
  const key = quadkeyOf(bunnik, deepest)
  const costs: { zoom: number; calls: number; read: number }[] = []
  for (let zoom = 0; zoom <= deepest; zoom++) {
    const { x, y } = columnAndRow(key.slice(0, zoom))
    consumed.length = 0
    await store.tile(consultation, zoom, x, y)
    const read = consumed.reduce((sum, { readUnits }) => sum + readUnits, 0)
    costs.push({ zoom, calls: consumed.length, read })
  }
  const [dearest] = costs.toSorted((a, b) => b.read - a.read)
  const beside = points > 0 ? `, beside ${points} points` : ''
  const what = `${each} lines of ${half.map((one) => 2 * one).join(', ')}°${beside}`
  return [
    { what: `${what}: most, at zoom ${dearest?.zoom}`, measured: dearest?.read ?? 0, unit: 'read units', budget: 32 },
    { what: `${what}: median of zooms 0–16`, measured: median(costs.map(({ read }) => read)), unit: 'read units', budget: 32 },
    { what: `${what}: calls, most`, measured: Math.max(...costs.map(({ calls }) => calls)), unit: '', budget: 5 },
  ]
}

function* passing({ consultation, halves: lengths, points }: Case): Generator<Submission> {
  for (const half of lengths)
    for (let number = 0; number < each; number++) {
      const geometry = lineThrough(bunnik, number / each, half)
      yield submissionOf(contribution(consultation, geometry, { title, village: 'een-dorp-met-een-hele-lange-naam' }))
    }
  for (let number = 0; number < points; number++) {
    const at: Position = [bunnik[0] + 0.00001 * (number % 30), bunnik[1] + 0.00001 * Math.floor(number / 30)]
    yield submissionOf(contribution(consultation, { type: 'Point', coordinates: at }, { title }))
  }
}

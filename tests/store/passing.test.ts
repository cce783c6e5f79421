import { expect, test } from 'vitest'
import { columnAndRow, quadkeyOf } from '#domain/quadkey.ts'
import { openBulk } from '#store/bulk.ts'
import { bunnik, contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { table, useDatabase } from './fixture.ts'
import { lineThrough } from './passing-line.ts'

const fixture = useDatabase()
const title =
  'Een titel van honderdtwintig tekens, zo lang als een titel maar mag zijn, zodat een tegel er zoveel mogelijk van leest …'

test('a tile through which hundreds of lines pass, of which none is counted there, stays within 5 calls and 32 read units', async () => {
  const consultation = nextConsultation()
  const lines = [0.025, 0.6, 3].flatMap((half) =>
    Array.from({ length: half === 0.025 ? 200 : 70 }, (_, number) => lineThrough(bunnik, number / 200, half)),
  )
  const points = Array.from({ length: 200 }, (_, number) => point([bunnik[0] + number / 1e6, bunnik[1]]))
  const submissions = [...lines, ...points].map((geometry) => submissionOf(contribution(consultation, geometry, { title })))
  await openBulk({ table, endpoint: fixture.local.endpoint }).put('passing', submissions)
  const key = quadkeyOf(bunnik, 16)
  for (let zoom = 0; zoom <= 16; zoom++) {
    const { x, y } = columnAndRow(key.slice(0, zoom))
    fixture.consumed.length = 0
    const { entries } = await fixture.store.tile(consultation, zoom, x, y)
    expect(fixture.consumed.length).toBeLessThanOrEqual(5)
    expect(fixture.consumed.reduce((sum, { readUnits }) => sum + readUnits, 0)).toBeLessThanOrEqual(32)
    expect(entries.length).toBeGreaterThan(0)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  }
}, 120_000)

test('beside lines, up to 500 points are drawn one by one, in two reads', async () => {
  const consultation = nextConsultation()
  const points = Array.from({ length: 480 }, (_, number) => point([bunnik[0] + number / 1e7, bunnik[1]]))
  const submissions = [lineThrough(bunnik, 0.1, 0.025), ...points].map((geometry) =>
    submissionOf(contribution(consultation, geometry)),
  )
  await openBulk({ table, endpoint: fixture.local.endpoint }).put('points', submissions)
  const { x, y } = columnAndRow(quadkeyOf(bunnik, 16))
  const { entries, clusters } = await fixture.store.tile(consultation, 16, x, y)
  expect([entries.length, clusters.length]).toEqual([481, 0])
})

/** What is not published leaves by no public door, in whatever state it is and whatever was asked before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StateId } from '#contract/vocabulary.ts'
import { stateIds } from '#contract/vocabulary.ts'
import { type App, consultation, newKey, startApp } from './app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const place: [number, number] = [5.2416, 52.0384]
const z = 14
const x = Math.floor(((place[0] + 180) / 360) * 2 ** z)
const y = Math.floor((0.5 - Math.asinh(Math.tan((place[1] * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z)

function doors(id: string, traject: string): string[] {
  const items = `/api/v1/collections/${traject}/items`
  const tile = (level: number) =>
    `/api/v1/collections/${traject}/tiles/WebMercatorQuad/${level}/${y >> (z - level)}/${x >> (z - level)}`
  return [
    `/api/v1/contributions/${id}`,
    `${items}/${id}`,
    items,
    `${items}?bbox=5.1,51.9,5.4,52.1`,
    `${items}?q=geheimzinnig`,
    tile(14),
    tile(12),
    tile(6),
    tile(0),
    `/api/v1/consultations/${traject}/download`,
    `/api/v1/consultations/${traject}/download?bbox=5.1,51.9,5.4,52.1`,
    `/api/v1/consultations/${traject}`,
    '/api/v1/consultations',
    `/api/v1/collections/${traject}`,
    '/api/v1/zones?at=5.2416,52.0384',
  ]
}
/** Doors that show a published contribution itself. */
const showing = 11

async function leaks(id: string, traject: string): Promise<string[]> {
  const found: string[] = []
  for (const door of doors(id, traject)) {
    const { text } = await app.ask(door)
    if (text.includes(id) || text.includes('Een geheimzinnig plan')) found.push(door)
  }
  return found
}

const shapes = {
  point: { type: 'Point' as const, coordinates: place },
  area: { type: 'Polygon' as const, coordinates: [[place, [5.25, 52.0384], [5.25, 52.045], place] as [number, number][]] },
}

test.each(stateIds.flatMap((state) => (['point', 'area'] as const).map((shape) => ({ state, shape }))))(
  '$state $shape',
  async ({ state, shape }) => {
    const traject = newKey().replaceAll('_', '-')
    await app.store.putConsultation(consultation(traject, { moderation: state === 'received' ? 'before' : 'after' }))
    const { id } = await app.submit({ title: 'Een geheimzinnig plan', geometry: shapes[shape] }, traject)
    const move = (to: StateId) =>
      app.store.changeState(id, to, 1, { at: new Date().toISOString(), by: 'operator', role: null, what: to, why: 'proef' })
    if (state === 'hidden' || state === 'withdrawn') {
      // First seen, then gone: nothing that was made while it was public may outlive it.
      expect(await leaks(id, traject)).toHaveLength(showing)
      await move(state)
    }
    expect(await leaks(id, traject)).toHaveLength(state === 'published' ? showing : 0)
  },
)

import { expect, test } from 'vitest'
import { reconcileAll } from '#local/reconcile.ts'
import { readSeed } from '#local/seed.ts'
import { seedMany } from '#local/seed-many.ts'
import { openDatabase } from '#store/client.ts'
import { countChanges } from '#store/count.ts'
import { reconcile } from '#store/reconcile.ts'
import { openStreamReader } from '#store/stream-reader.ts'
import { meetsStreamFilter } from '#store/table.ts'
import { table, useDatabase } from './fixture.ts'

const fixture = useDatabase()
const place = () => ({ table, endpoint: fixture.local.endpoint })

test('made-up contributions lie in their area, are the same in every run, and are counted once, also when broken off', async () => {
  const { consultation } = await readSeed()
  const seed = (count: number, zonesAt: () => Promise<[]> = async () => []) =>
    seedMany({ ...place(), consultation, shape: 'villages', lines: 0.2, count, zonesAt })
  let asked = 0
  await expect(
    seed(1150, async () => {
      if (++asked === 1100) throw new Error('broken off')
      return []
    }),
  ).rejects.toThrow('broken off')
  await seed(1150)
  await seed(1200)
  await seed(500)
  const database = openDatabase(place())
  expect(await reconcile(database, consultation.id)).toMatchObject({ contributions: 1200, uncounted: [], drift: {} })
  const { contributions, villages } = await fixture.store.totals(consultation.id)
  expect(contributions).toBe(1200)
  expect(Object.keys(villages).length).toBeGreaterThan(5)
  // The stream brings them as well, and finds them counted.
  const reader = await openStreamReader(place())
  const iterator = await reader.iterator((await reader.shards())[0]?.id ?? '')
  const { records } = await reader.read(iterator, 1000)
  const letters = { put: async () => expect.unreachable('a dead letter') }
  expect(await countChanges(database, letters, records.filter(meetsStreamFilter))).toEqual([])
  reader.close()
  const said: string[] = []
  const notes = fixture.folder
  expect(await reconcileAll({ ...place(), notes, repair: false, say: (line) => said.push(line) })).toBe(0)
  expect(said).toEqual([`${consultation.id}: 1200 bijdragen, 0 nog niet goed geteld, 0 tellers wijken af`])
})

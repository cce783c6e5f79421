import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { localTable } from '#local/database.ts'
import { openDatabase } from '#store/client.ts'
import { reconcile } from '#store/reconcile.ts'
import { crowd } from '../bench/crowd.ts'
import { type App, consultation, startApp } from './app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  await app.store.putConsultation(consultation('zaal'))
})
afterAll(() => app.close())

test('a full hall: nothing fails, nothing is lost or doubled, every counter is right', async () => {
  const { statuses, submitted, doubled } = await crowd({
    origin: app.server.origin,
    consultation: 'zaal',
    places: [
      [5.236, 52.053],
      [5.245, 52.023],
    ],
    readers: 40,
    writers: 10,
    goesOn: (made) => made < 10,
  })
  expect(Object.keys(statuses).sort()).toEqual(['200', '201'])
  expect([submitted.size, doubled]).toEqual([100, 0])
  const kept: string[] = []
  for await (const { id } of app.store.everything('zaal', {})) kept.push(id)
  expect(kept.toSorted()).toEqual([...submitted].sort())
  const database = openDatabase({ table: localTable, endpoint: app.server.databaseEndpoint })
  await vi.waitFor(async () => expect((await app.store.totals('zaal')).contributions).toBe(100), {
    timeout: 30_000,
    interval: 200,
  })
  expect(await reconcile(database, 'zaal')).toMatchObject({ contributions: 100, uncounted: [], drift: {} })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#contract/geometry.ts'
import { reconcileAll } from '#local/reconcile.ts'
import { countersMarker, recountOnce } from '#local/recount.ts'
import { openBulk } from '#store/bulk.ts'
import { openDatabase } from '#store/client.ts'
import { openMarkers } from '#store/markers.ts'
import { reconcile } from '#store/reconcile.ts'
import { bunnik, consultationRecord, contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { scan, table, useDatabase } from './fixture.ts'

const fixture = useDatabase()
const place = () => ({ table, endpoint: fixture.local.endpoint })
const count = 600
const consultation = nextConsultation()
const around = (number: number): Position => [bunnik[0] + (number % 40) / 1000, bunnik[1] + Math.floor(number / 40) / 1000]
const geometryOf = (number: number): Geometry =>
  number % 20 === 0 ? { type: 'LineString', coordinates: [around(number), around(number + 3)] } : point(around(number))

beforeAll(async () => {
  await fixture.store.putConsultation(consultationRecord(consultation))
  const submissions = Array.from({ length: count }, (_, number) => submissionOf(contribution(consultation, geometryOf(number))))
  await openBulk(place()).put('reconcile', submissions)
}, 120_000)

describe('reconcile', () => {
  test('killed between two pages it goes on where it was, and finds the same', async () => {
    const notes = join(fixture.folder, 'killed')
    const script = fileURLToPath(new URL('reconciler.ts', import.meta.url))
    const child = spawn(process.execPath, [script, place().endpoint, table, notes], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    for await (const line of createInterface({ input: child.stdout })) {
      said = line
      if (Number(/(\d+) bijdragen nageteld/.exec(line)?.[1]) > 200) break
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    const reached = Number(/(\d+) bijdragen nageteld/.exec(said)?.[1])
    expect(reached).toBeLessThan(count)
    const lines: string[] = []
    expect(await reconcileAll({ ...place(), notes, repair: false, noteInterval: 0, say: (line) => lines.push(line) })).toBe(0)
    const resumed = Number(/gaat verder na (\d+) bijdragen/.exec(lines[0] ?? '')?.[1])
    // The note of the very page, or of the next one where it was killed after that.
    expect(resumed).toBeGreaterThanOrEqual(reached)
    expect(lines.at(-1)).toBe(`${consultation}: ${count} bijdragen, 0 nog niet goed geteld, 0 tellers wijken af`)
    const pages = lines.filter((line) => line.includes('nageteld')).map((line) => Number(/(\d+) bijdragen/.exec(line)?.[1]))
    expect(Math.min(...pages)).toBeGreaterThan(resumed - 1)
    expect(await readdir(notes)).toEqual([])
  })

  test('does not go on from a note of yesterday, nor from one of another table', async () => {
    const notes = join(fixture.folder, 'old')
    const options = { ...place(), notes, repair: false, noteInterval: 0 }
    const breakOff = (line: string) => {
      if (line.includes('nageteld')) throw new Error('broken off')
    }
    await expect(reconcileAll({ ...options, say: breakOff })).rejects.toThrow('broken off')
    const [note = ''] = await readdir(notes)
    expect(note).toContain(`local-${table}-${consultation}`)
    const longAgo = Date.now() / 1000 - 25 * 3600
    await utimes(join(notes, note), longAgo, longAgo)
    const lines: string[] = []
    expect(await reconcileAll({ ...options, say: (line) => lines.push(line) })).toBe(0)
    expect(lines.join()).not.toContain('gaat verder')
  })
})

describe('a folder that an older version filled', () => {
  test('is counted again at start-up, once: counters, summaries and lines on the map', async () => {
    const { client } = openDatabase(place())
    const old = (await scan(fixture)).filter(({ pk, sk }) => /^(TALLY|CELL)#/.test(String(pk)) || sk === 'COUNTED')
    expect(old.length).toBeGreaterThan(count)
    for (let start = 0; start < old.length; start += 50)
      await Promise.all(
        old.slice(start, start + 50).map(({ pk, sk }) => client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }))),
      )
    expect((await fixture.store.totals(consultation)).contributions).toBe(0)
    const told: object[] = []
    await recountOnce(place(), (entry) => told.push(entry))
    expect((await fixture.store.totals(consultation)).contributions).toBe(count)
    expect(await reconcile(openDatabase(place()), consultation)).toMatchObject({
      uncounted: [],
      unannounced: [],
      drift: {},
    })
    expect(told).toContainEqual(
      expect.objectContaining({ message: 'counted again', contributions: count, wereNotCounted: count }),
    )
    expect(await openMarkers(place()).isDone(countersMarker)).toBe(true)
    told.length = 0
    await recountOnce(place(), (entry) => told.push(entry))
    expect(told).toEqual([])
  }, 120_000)
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createHandler } from '#handlers/stream.ts'
import { openDatabase } from '#local/database.ts'
import { answers, findBinary } from '#local/dynoxide.ts'
import { seed } from '#local/seed.ts'
import { startStream } from '#local/stream.ts'
import { trimmer, trimStreamRecords } from '#local/stream-records.ts'
import { openStore } from '#store/open.ts'
import { consultationRecord, contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { table } from './fixture.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vliegwiel-local-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Runs `keeper.ts` on the folder; resolves when it has said where its database answers. */
async function startKeeper(...options: string[]): Promise<{ child: ChildProcess; endpoint: string; lines: string[] }> {
  const script = fileURLToPath(new URL('keeper.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, table, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  let text = ''
  child.stdout?.on('data', (data) => {
    text += data
    const parts = text.split('\n')
    text = parts.pop() ?? ''
    lines.push(...parts)
  })
  while (lines.length === 0) await wait(10)
  return { child, endpoint: lines[0] ?? '', lines }
}
async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(20)
}

describe('embedded database', () => {
  test('is shared by whoever opens the folder next, and closes for good', async () => {
    const first = await openDatabase(folder, table)
    const second = await openDatabase(folder, table)
    expect(second.endpoint).toBe(first.endpoint)
    expect([first.file !== undefined, second.file]).toEqual([true, undefined])
    await second.close()
    expect(await answers(first.endpoint)).toBe(true)
    await first.close()
    expect(await answers(first.endpoint)).toBe(false)
    await first.ended
  })

  test('many that open it at once end up with one', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(folder, table)))
    expect(new Set(opened.map(({ endpoint }) => endpoint)).size).toBe(1)
    expect(opened.filter(({ file }) => file !== undefined)).toHaveLength(1)
    await Promise.all(opened.map(({ close }) => close()))
  })

  test('dies with a killed process, which loses nothing that was acknowledged', async () => {
    const consultation = nextConsultation()
    const { child, endpoint, lines } = await startKeeper(consultation)
    await until(async () => lines.length > 40)
    await kill(child)
    const acknowledged = lines.slice(1)
    await until(async () => !(await answers(endpoint)))
    const again = await openDatabase(folder, table)
    const store = openStore({ table, endpoint: again.endpoint })
    const { items } = await store.newest(consultation, { filter: {}, limit: 10_000 })
    const kept = new Set(items.map(({ id }) => id))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    await again.close()
  })

  test('says that its process ended', async () => {
    const local = await openDatabase(folder, table)
    const { keeper } = JSON.parse(await readFile(join(folder, 'database.json'), 'utf8'))
    process.kill(keeper, 'SIGKILL')
    await local.ended
    await local.close()
  })

  test('a stale announcement misleads nobody', async () => {
    await writeFile(join(folder, 'database.json'), JSON.stringify({ endpoint: 'http://127.0.0.1:9', keeper: process.pid }))
    const local = await openDatabase(folder, table)
    expect(await answers(local.endpoint)).toBe(true)
    await local.close()
  })

  test('on another platform the message names the way out', () => {
    vi.stubGlobal('process', { ...process, platform: 'sunos', arch: 'sparc' })
    expect(() => findBinary()).toThrow(/DYNAMODB_ENDPOINT/)
    vi.unstubAllGlobals()
  })
})

describe('stream', () => {
  test('counts what was written while nobody looked, once, and goes on where it left off', async () => {
    const local = await openDatabase(folder, table)
    const { endpoint } = local
    const store = openStore({ table, endpoint })
    const consultation = nextConsultation()
    const count = async () => (await store.totals(consultation)).contributions
    const submitSome = async (number: number) => {
      for (let index = 0; index < number; index++) await store.submit(submissionOf(contribution(consultation, point())))
    }
    const batches: number[] = []
    const real = createHandler({ TABLE_NAME: table, DYNAMODB_ENDPOINT: endpoint })
    let broken = 1
    const handler: typeof real = Object.assign(async (event: Parameters<typeof real>[0], context: Parameters<typeof real>[1]) => {
      if (broken-- > 0) throw new Error('out of order')
      batches.push(event.Records.length)
      return real(event, context)
    }, real)
    await submitSome(130)
    const logged: object[] = []
    const stream = await startStream({ table, endpoint, dataDir: folder, handler, log: (entry) => logged.push(entry) })
    await until(async () => (await count()) === 130)
    await stream.stop()
    expect(logged).toContainEqual({ message: 'the stream handler failed', reason: 'Error: out of order' })
    const seen = batches.reduce((sum, size) => sum + size, 0)
    await submitSome(5)
    const next = await startStream({ table, endpoint, dataDir: folder, handler })
    await until(async () => (await count()) === 135)
    await next.stop()
    expect(batches.reduce((sum, size) => sum + size, 0)).toBe(seen + 5)
    await local.close()
  })

  test('old records can be trimmed without losing the head or the place', async () => {
    const local = await openDatabase(folder, table)
    const { endpoint, file = '' } = local
    const store = openStore({ table, endpoint })
    const consultation = nextConsultation()
    for (let index = 0; index < 320; index++) await store.submit(submissionOf(contribution(consultation, point())))
    const handler = createHandler({ TABLE_NAME: table, DYNAMODB_ENDPOINT: endpoint })
    let handled = '0'
    const stream = await startStream({ table, endpoint, dataDir: folder, handler, onHandled: (number) => (handled = number) })
    const count = async () => (await store.totals(consultation)).contributions
    await until(async () => (await count()) === 320)
    const records = () => {
      const database = new DatabaseSync(file, { readOnly: true })
      const { number } = database.prepare('SELECT COUNT(*) AS number FROM _stream_records').get() as { number: number }
      database.close()
      return number
    }
    const before = records()
    let trimmed = 0
    for (let more = 1; more > 0; trimmed += more) more = trimStreamRecords(file, table, handled)
    expect(trimmed).toBeGreaterThan(500)
    expect(records()).toBeGreaterThanOrEqual(1000)
    expect(records()).toBeLessThan(before)
    trimmer(file, table)(handled)
    expect(records()).toBeLessThanOrEqual(before - trimmed)
    await store.submit(submissionOf(contribution(consultation, point())))
    await until(async () => (await count()) === 321)
    await stream.stop()
    await local.close()
  })
})

describe('seed', () => {
  const consultation = { ...consultationRecord('seeded'), themes: ['housing' as const], kinds: ['idea' as const] }
  const line = (number: number) => ({
    draft: {
      kind: 'idea' as const,
      themes: ['housing' as const],
      title: `Voorbeeld ${number}`,
      description: 'Een hele mooie plek.',
      geometry: point([5.2, 52.06 + number / 10_000]),
    },
    createdAt: '2026-11-10T12:00:00.000Z',
    ...(number % 2 ? { outcome: 'adopted' as const, supports: 7 } : {}),
  })
  const contributions = Array.from({ length: 30 }, (_, number) => line(number))

  test('broken off half-way it goes on, and a second time it does nothing', async () => {
    const local = await openDatabase(folder, table)
    const options = { table, endpoint: local.endpoint, zonesAt: async () => [] }
    let asked = 0
    const failing = async () => {
      if (++asked > 12) throw new Error('pulled the plug')
      return []
    }
    await expect(seed({ consultation, contributions }, { ...options, zonesAt: failing })).rejects.toThrow('pulled the plug')
    expect(await seed({ consultation, contributions }, options)).toBe(30)
    expect(await seed({ consultation, contributions }, options)).toBeUndefined()
    const { items } = await openStore(options).newest('seeded', { filter: {}, limit: 100 })
    expect(items.map(({ title }) => title).sort()).toEqual(contributions.map(({ draft }) => draft.title).sort())
    expect(items.filter(({ outcome, counts }) => outcome === 'adopted' && counts.supports === 7)).toHaveLength(15)
    await local.close()
  })

  test('refuses a line that nobody could have sent', async () => {
    const local = await openDatabase(folder, table)
    const options = { table, endpoint: local.endpoint, zonesAt: async () => [] }
    const outside = { ...line(1), draft: { ...line(1).draft, geometry: point([1, 1]) } }
    await expect(seed({ consultation, contributions: [outside] }, options)).rejects.toThrow(
      'contribution 0 of the seed: #/geometry',
    )
    await local.close()
  })
})

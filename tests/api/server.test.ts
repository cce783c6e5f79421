/** `npm start` as its own process: one line, a clear word where the port is taken, and a calm end that loses nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localTable, openDatabase } from '#local/database.ts'
import { readSettings } from '#local/settings.ts'
import { openStore } from '#store/open.ts'
import { consultation, draft, newKey } from './app.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vliegwiel-server-'))
  await mkdir(join(folder, 'geodata'))
  await writeFile(join(folder, 'geodata/catalogue.json'), '{"basemap":null,"documents":[]}')
  const database = await openDatabase(folder)
  await openStore({ table: localTable, endpoint: database.endpoint }).putConsultation(consultation('proef'))
  await database.close()
})
afterAll(() => rm(folder, { recursive: true }))

interface Started {
  readonly process: ChildProcess
  readonly out: () => string
  readonly err: () => string
  readonly ended: Promise<number | null>
}
function start(env: Record<string, string>): Started {
  const started = spawn(process.execPath, ['functions/local/server.ts'], {
    // A geodata folder of its own: the example need not be built. The web app is built when it is missing, as for everybody.
    env: { ...process.env, DATA_DIR: folder, GEODATA_DIR: join(folder, 'geodata'), SEED: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  started.stdout.on('data', (chunk) => {
    out += chunk
  })
  started.stderr.on('data', (chunk) => {
    err += chunk
  })
  return { process: started, out: () => out, err: () => err, ended: once(started, 'exit').then(([code]) => code) }
}
async function origin(started: Started): Promise<string> {
  await expect.poll(() => started.out() || started.process.exitCode, { timeout: 60_000, message: started.err() }).toBeTruthy()
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(started.out())?.[0]
  if (!address) throw new Error(`no address in "${started.out()}"; ${started.err()}`)
  return address
}

test('says where it is in one line, refuses a taken port in one message, ends calmly, and remembers', async () => {
  const first = start({ PORT: '0' })
  const address = await origin(first)
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
  const sent = await fetch(`${address}/api/v1/consultations/proef/contributions`, {
    method: 'POST',
    headers,
    body: JSON.stringify(draft),
  })
  expect(sent.status).toBe(201)
  const { id } = (await sent.json()) as { id: string }

  const second = start({ PORT: new URL(address).port })
  expect(await second.ended).toBe(1)
  expect([second.out(), second.err().trim().split('\n')]).toEqual(['', [expect.stringContaining('is in use')]])

  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(first.out().trim().split('\n')).toHaveLength(1)

  const again = start({ PORT: '0' })
  const found = await fetch(`${await origin(again)}/api/v1/contributions/${id}`)
  expect(found.status).toBe(200)
  again.process.kill('SIGINT')
  expect(await again.ended).toBe(0)
})

test('killed without a word, it has lost nothing that was acknowledged', async () => {
  const first = start({ PORT: '0' })
  const address = await origin(first)
  const ids = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
      const sent = await fetch(`${address}/api/v1/consultations/proef/contributions`, {
        method: 'POST',
        headers,
        body: JSON.stringify(draft),
      })
      return ((await sent.json()) as { id: string }).id
    }),
  )
  first.process.kill('SIGKILL')
  await first.ended
  const again = start({ PORT: '0' })
  const back = await origin(again)
  for (const id of ids) expect((await fetch(`${back}/api/v1/contributions/${id}`)).status).toBe(200)
  again.process.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})

test('where the database ends by itself, so does the server, and says so', async () => {
  const first = start({ PORT: '0' })
  await origin(first)
  const { keeper } = JSON.parse(await readFile(join(folder, 'database.json'), 'utf8')) as { keeper: number }
  process.kill(keeper, 'SIGKILL')
  expect(await first.ended).toBe(1)
  expect(first.err()).toContain('The database has stopped by itself')
})

test('a setting that makes no sense is one sentence', async () => {
  const wrong = start({ PORT: 'acht' })
  expect(await wrong.ended).toBe(1)
  expect([wrong.out(), wrong.err().trim()]).toEqual(['', 'PORT is "acht"; expected 0 to 65535'])
})

describe('settings', () => {
  test('have the documented defaults', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      dataDir: '.data',
      seed: 'example',
      prepare: true,
      site: { operator: 'Vliegwiel', accessibility: null, privacy: null, contact: null },
    })
  })

  test.each([
    [{ PORT: 'acht' }, 'PORT is "acht"'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
    [{ SEED: 'alles' }, 'SEED is "alles"'],
  ])('%j is refused in words', (env, message) => {
    expect(() => readSettings(env)).toThrow(message)
  })
})

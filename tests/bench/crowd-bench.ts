/** 200 who look and 50 who send, for a minute, against the local server in a process of its own, on loopback; it stops by itself. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Position } from '#contract/geometry.ts'
import { localTable, openDatabase as openLocalDatabase } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import { openDatabase } from '#store/client.ts'
import { openStore } from '#store/open.ts'
import { reconcile } from '#store/reconcile.ts'
import { keys } from '#store/table.ts'
import { contribution, submissionOf } from '../store/contributions.ts'
import { crowd } from './crowd.ts'
import { type Measurement, median } from './measure.ts'

const [readers, writers] = [200, 50]
/** Longest wait for the stream to have counted everything, in seconds. */
const patience = 300

export interface CrowdBenchOptions {
  readonly seconds: number
  /** Folder of built geodata, so that submissions are joined to zones as for people. */
  readonly geodata: string
}

export async function benchCrowd({ seconds, geodata }: CrowdBenchOptions): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vliegwiel-crowd-'))
  await cp(geodata, join(folder, 'geodata'), { recursive: true })
  const seed = (await readSeed()).consultation
  // Open now, whenever this is run.
  const consultation = { ...seed, period: { start: '2020-01-01', end: '2099-12-31' } }
  const database = await openLocalDatabase(folder)
  await openStore({ table: localTable, endpoint: database.endpoint }).putConsultation(consultation)
  await database.close()
  const bare = await bareDatabase(consultation.id, consultation.villages[0]?.position ?? [5.2, 52])
  const server = await startServer(folder)
  try {
    const attached = await openLocalDatabase(folder)
    const connection = { table: localTable, endpoint: attached.endpoint }
    const store = openStore(connection)
    const [memory, database]: [number[], number[]] = [[], []]
    const end = performance.now() + seconds * 1000
    const { keeper } = JSON.parse(await readFile(join(folder, 'database.json'), 'utf8')) as { keeper: number }
    const sampling = Promise.all([
      sampleMemory(server.process.pid, memory, end),
      sampleMemory(await childOf(keeper), database, end),
    ])
    const result = await crowd({
      origin: server.origin,
      consultation: consultation.id,
      places: consultation.villages.map(({ position }) => position),
      readers,
      writers,
      goesOn: () => performance.now() < end,
    })
    await sampling
    let lag = 0
    while ((await store.totals(consultation.id)).contributions < result.submitted.size && lag < patience) {
      await wait(1000)
      lag++
    }
    const kept: string[] = []
    for await (const { id } of store.everything(consultation.id, {})) kept.push(id)
    const lost = [...result.submitted].filter((id) => !kept.includes(id)).length
    const { drift, uncounted } = await reconcile(openDatabase(connection), consultation.id)
    const answers = result.times.length
    const looked = result.statuses[200] ?? 0
    const slow = result.times.toSorted((a, b) => a - b)
    const failures = Object.entries(result.statuses).reduce(
      (sum, [status, count]) => (Number(status) >= 400 ? sum + count : sum),
      0,
    )
    const third = Math.floor(memory.length / 3)
    const grown = (samples: readonly number[]) => median(samples.slice(2 * third)) / median(samples.slice(third, 2 * third))
    return [
      { what: 'answers', measured: answers / seconds, unit: 'a second' },
      { what: 'answers to those who look, against bare reads of one item', measured: looked / seconds / bare.reads, unit: '×' },
      { what: 'contributions acknowledged', measured: result.submitted.size, unit: '' },
      { what: 'contributions against bare transactions', measured: result.submitted.size / seconds / bare.writes, unit: '×' },
      { what: 'answers of 400 and above', measured: failures, unit: '', budget: 0 },
      { what: 'lost', measured: lost, unit: '', budget: 0 },
      { what: 'doubled', measured: result.doubled + kept.length - new Set(kept).size, unit: '', budget: 0 },
      { what: 'drift of counters', measured: Object.keys(drift).length + uncounted.length, unit: 'items', budget: 0 },
      { what: 'counted after the last', measured: lag, unit: 's' },
      { what: 'median answer', measured: median(slow), unit: 'ms' },
      { what: 'slowest hundredth', measured: slow[Math.floor(answers * 0.99)] ?? 0, unit: 'ms' },
      { what: 'memory of the server, median of the second third', measured: median(memory.slice(third, 2 * third)), unit: 'MB' },
      { what: 'memory of the server, last third against it', measured: grown(memory), unit: '×' },
      { what: 'memory of the embedded database, likewise', measured: grown(database), unit: '×' },
      { what: 'memory of those who ask (this process)', measured: process.memoryUsage.rss() / 1e6, unit: 'MB' },
    ]
  } finally {
    server.process.kill('SIGTERM')
    await once(server.process, 'exit')
    await rm(folder, { recursive: true })
  }
}

async function startServer(folder: string): Promise<{ process: ChildProcess; origin: string }> {
  const started = spawn(
    process.execPath,
    ['--max-semi-space-size=16', fileURLToPath(new URL('whole-server.ts', import.meta.url))],
    {
      env: { ...process.env, DATA_DIR: folder, GEODATA_DIR: join(folder, 'geodata'), SEED: 'none', PORT: '0', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let said = ''
  for await (const chunk of started.stdout) {
    said += chunk
    const origin = /http:\/\/\S+/.exec(said)?.[0]
    if (origin) return { process: started, origin }
  }
  throw new Error(`the server did not start: ${said}`)
}

/** The database's own process, below the shell that keeps it (Linux). */
async function childOf(keeper: number): Promise<number> {
  const children = (await readFile(`/proc/${keeper}/task/${keeper}/children`, 'utf8')).trim().split(' ').map(Number)
  const names = await Promise.all(children.map((pid) => readFile(`/proc/${pid}/comm`, 'utf8')))
  return children[names.findIndex((name) => name.startsWith('dynoxide'))] ?? keeper
}

/** Resident memory in MB, once a second (Linux). */
async function sampleMemory(pid: number | undefined, samples: number[], end: number): Promise<void> {
  while (performance.now() < end) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    samples.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
    await wait(1000)
  }
}

/**
 * What the bare embedded database answers a second to as many at once, in a folder of its own: reads of one item, and transactions that
 * put a contribution.
 */
async function bareDatabase(consultation: string, [x, y]: Position): Promise<{ reads: number; writes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'vliegwiel-bare-'))
  const local = await openLocalDatabase(folder)
  try {
    const connection = { table: localTable, endpoint: local.endpoint }
    const { client, table } = openDatabase(connection)
    const store = openStore(connection)
    const get = new GetCommand({ TableName: table, Key: keys.totals(consultation) })
    const geometry = { type: 'Point' as const, coordinates: [x, y] as Position }
    const reads = await perSecond(readers, () => client.send(get))
    const writes = await perSecond(writers, () => store.submit(submissionOf(contribution(consultation, geometry))))
    return { reads, writes }
  } finally {
    await local.close()
    await rm(folder, { recursive: true })
  }
}

async function perSecond(people: number, work: () => Promise<unknown>): Promise<number> {
  const seconds = 4
  const end = performance.now() + seconds * 1000
  let count = 0
  const person = async (): Promise<void> => {
    for (; performance.now() < end; count++) await work()
  }
  await Promise.all(Array.from({ length: people }, person))
  return count / seconds
}

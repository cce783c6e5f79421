/** 200 who look and 50 who send, for a minute, against the local server in a process of its own, on loopback; it stops by itself. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { localTable, openDatabase as openLocalDatabase } from '#local/database.ts'
import { readSeed } from '#local/seed.ts'
import { openDatabase } from '#store/client.ts'
import { openStore } from '#store/open.ts'
import { reconcile } from '#store/reconcile.ts'
import { keys } from '#store/table.ts'
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
  const server = await startServer(folder)
  try {
    const attached = await openLocalDatabase(folder)
    const connection = { table: localTable, endpoint: attached.endpoint }
    const store = openStore(connection)
    const bare = await bareReads(connection, consultation.id)
    const memory: number[] = []
    const end = performance.now() + seconds * 1000
    const sampling = sampleMemory(server.process, memory, end)
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
    const slow = result.times.toSorted((a, b) => a - b)
    const failures = Object.entries(result.statuses).reduce(
      (sum, [status, count]) => (Number(status) >= 400 ? sum + count : sum),
      0,
    )
    const third = Math.floor(memory.length / 3)
    return [
      { what: 'answers', measured: answers / seconds, unit: 'a second' },
      { what: 'answers against bare reads of one item', measured: answers / seconds / bare, unit: '×' },
      { what: 'contributions acknowledged', measured: result.submitted.size, unit: '' },
      { what: 'answers of 400 and above', measured: failures, unit: '', budget: 0 },
      { what: 'lost', measured: lost, unit: '', budget: 0 },
      { what: 'doubled', measured: result.doubled + kept.length - new Set(kept).size, unit: '', budget: 0 },
      { what: 'drift of counters', measured: Object.keys(drift).length + uncounted.length, unit: 'items', budget: 0 },
      { what: 'counted after the last', measured: lag, unit: 's' },
      { what: 'median answer', measured: median(slow), unit: 'ms' },
      { what: 'slowest hundredth', measured: slow[Math.floor(answers * 0.99)] ?? 0, unit: 'ms' },
      { what: 'memory of the server, second third', measured: median(memory.slice(third, 2 * third)), unit: 'MB' },
      { what: 'memory of the server, last third', measured: median(memory.slice(2 * third)), unit: 'MB' },
    ]
  } finally {
    server.process.kill('SIGTERM')
    await once(server.process, 'exit')
    await rm(folder, { recursive: true })
  }
}

async function startServer(folder: string): Promise<{ process: ChildProcess; origin: string }> {
  const started = spawn(process.execPath, ['functions/local/server.ts'], {
    env: { ...process.env, DATA_DIR: folder, GEODATA_DIR: join(folder, 'geodata'), SEED: 'none', PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const chunk of started.stdout) {
    said += chunk
    const origin = /http:\/\/\S+/.exec(said)?.[0]
    if (origin) return { process: started, origin }
  }
  throw new Error(`the server did not start: ${said}`)
}

/** Resident memory in MB, once a second (Linux). */
async function sampleMemory(server: ChildProcess, samples: number[], end: number): Promise<void> {
  while (performance.now() < end) {
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
    samples.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
    await wait(1000)
  }
}

/** Reads of one item per second that the bare embedded database answers to as many at once. */
async function bareReads(connection: { table: string; endpoint: string }, consultation: string): Promise<number> {
  const { client, table } = openDatabase(connection)
  const seconds = 3
  const end = performance.now() + seconds * 1000
  let count = 0
  const reader = async (): Promise<void> => {
    for (; performance.now() < end; count++)
      await client.send(new GetCommand({ TableName: table, Key: keys.totals(consultation) }))
  }
  await Promise.all(Array.from({ length: writers }, reader))
  return count / seconds
}

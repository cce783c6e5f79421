/** The embedded database's process: found in its package, started on a free port, tied to this process by a pipe. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { OperatorError } from './operator-error.ts'

/** Milliseconds in which it must answer (it takes some 80), and between two attempts to reach it. */
const startTimeout = 15_000
const pollInterval = 20
/** Milliseconds that it gets to close its file. */
const stopTimeout = 5_000

export interface Dynoxide {
  readonly endpoint: string
  /** Process that ends with it: the shell that waits for it. */
  readonly keeper: number
  /** Resolves when the process has ended, whoever ended it. */
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/** Throws one message that names the way out where there is no binary for this platform. */
export function findBinary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`
  try {
    return fileURLToPath(import.meta.resolve(`${name}/dynoxide`))
  } catch (cause) {
    throw new OperatorError(
      `No embedded database for this machine (${name} is not installed). Set DYNAMODB_ENDPOINT to a DynamoDB, for example DynamoDB Local on http://127.0.0.1:8000.`,
      { cause },
    )
  }
}

/**
 * The shell waits on its own standard input, which is our pipe: when this process dies, even by SIGKILL, the pipe closes and the
 * shell ends the database. It ignores the terminal's signals, so that we close in our own order.
 */
const script =
  'trap "" INT TERM HUP; exec 3<&0; (trap - TERM; exec "$0" "$@" </dev/null 3<&-) & p=$!; (cat <&3 >/dev/null; kill -TERM $p) & exec 3<&-; wait $p'

export async function startDynoxide(file: string): Promise<Dynoxide> {
  const binary = findBinary()
  const port = await freePort()
  const child = spawn(
    '/bin/sh',
    ['-c', script, binary, 'serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file],
    {
      stdio: ['pipe', 'ignore', 'pipe'],
      detached: true,
    },
  )
  const ended = once(child, 'exit').then(() => undefined)
  const endpoint = `http://127.0.0.1:${port}`
  await answering(endpoint, child)
  return { endpoint, keeper: child.pid as number, ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.stdin?.end()
  const stopped = await Promise.race([ended.then(() => true), wait(stopTimeout, false, { ref: false })])
  if (!stopped) throw new Error(`the embedded database (process ${child.pid}) did not stop within ${stopTimeout} ms`)
}

async function answering(endpoint: string, child: ChildProcess): Promise<void> {
  let complaint = ''
  child.stderr?.on('data', (data) => {
    complaint = `${complaint}${data}`.slice(-2000)
  })
  const deadline = Date.now() + startTimeout
  while (Date.now() < deadline && child.exitCode === null) {
    if (await answers(endpoint)) return
    await wait(pollInterval)
  }
  child.stdin?.end()
  throw new Error(`the embedded database did not start: ${complaint.trim() || 'no answer'}`)
}

/** Any HTTP answer will do. */
export async function answers(endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(endpoint, { signal: AbortSignal.timeout(2000) })
    await response.arrayBuffer()
    return true
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/**
 * A Lambda bundle alone in a process, as in Lambda: calls its handler with each event of a file, round after round, and says what the
 * process holds in memory, a JSON line per round, the first before any. Arguments: bundle, file of events, rounds, `stream` for a
 * handler that streams. Run with --expose-gc.
 */
import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { setInterval as every } from 'node:timers/promises'
import '#local/awslambda.ts'

const [bundle = '', events = '', rounds = '1', mode] = process.argv.slice(2)
type Handler = (event: unknown, ...rest: unknown[]) => Promise<{ statusCode: number; body?: string } | undefined>
const { handler } = (await import(bundle)) as { handler: Handler }
const asked: unknown[] = JSON.parse(readFileSync(events, 'utf8'))

function say(bytes: number): void {
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  console.log(JSON.stringify({ rss: rss / 1e6, heap: (heapUsed + external) / 1e6, bytes }))
}

async function buffered(event: unknown): Promise<number> {
  const answer = await handler(event, {})
  if (answer?.statusCode !== 200) throw new Error(`answered with ${answer?.statusCode}`)
  return answer.body?.length ?? 0
}

/** Into nothing, as fast as a client that takes a chunk at a time. */
async function streamed(event: unknown): Promise<number> {
  let bytes = 0
  const nowhere = new Writable({
    write(chunk: Uint8Array, _, done) {
      bytes += chunk.length
      setImmediate(done)
    },
  })
  await handler(event, Object.assign(nowhere, { writeHead: () => nowhere }), {})
  return bytes
}

say(0)
const watching = new AbortController()
let most = 0
const watch = async (): Promise<void> => {
  for await (const _ of every(50, undefined, watching)) most = Math.max(most, process.memoryUsage.rss() / 1e6)
}
const watched = watch().catch((error: Error) => {
  if (error.name !== 'AbortError') throw error
})
for (let round = 0; round < Number(rounds); round++) {
  let bytes = 0
  for (const event of asked) bytes += await (mode === 'stream' ? streamed(event) : buffered(event))
  say(bytes)
}
watching.abort()
await watched
console.log(JSON.stringify({ most }))

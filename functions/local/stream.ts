/**
 * What Lambda's event source does in the cloud, on one machine: reads the table's stream from where it left off, hands batches of
 * the wanted records to the stream handler, and tries again what failed.
 */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { BatchAnswer } from '#store/open-counting.ts'
import { type LambdaRecord, openStreamReader, type StreamReader } from '#store/stream-reader.ts'
import { meetsStreamFilter } from '#store/table.ts'
import { openCheckpoints } from './checkpoint.ts'

/** Most records of one batch; as cdk sets it. */
const batchSize = 100
/** Milliseconds between two looks at an empty stream. */
const idlePause = 250
/** Milliseconds before the first and the later retries of a batch that failed. */
const firstRetry = 500
const longestRetry = 30_000

export interface StreamOptions {
  readonly table: string
  readonly endpoint: string
  /** Holds the checkpoint file. */
  readonly dataDir: string
  readonly handler: (event: DynamoDBStreamEvent, context: Context) => Promise<BatchAnswer>
  /** Told after each batch up to where the stream has been handled. */
  readonly onHandled?: (sequenceNumber: string) => void
  readonly log?: (entry: object) => void
}
export interface LocalStream {
  /** Finishes the batch at hand, then stops. */
  stop(): Promise<void>
}

export async function startStream(options: StreamOptions): Promise<LocalStream> {
  const reader = await openStreamReader(options)
  const stopping = new AbortController()
  const running = follow(reader, options, stopping.signal).finally(() => reader.close())
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Goes round the shards until told to stop; a fault of the connection is logged and tried again. */
async function follow(reader: StreamReader, options: StreamOptions, signal: AbortSignal): Promise<void> {
  const checkpoints = await openCheckpoints(join(options.dataDir, 'stream.json'), reader.arn)
  const iterators = new Map<string, string>()
  const finished = new Set<string>()
  const retry = retries()
  while (!signal.aborted) {
    let found = false
    try {
      const shards = await reader.shards()
      const unread = new Set(shards.map(({ id }) => id).filter((id) => !finished.has(id)))
      for (const { id, parent } of shards) {
        if (!unread.has(id) || (parent !== undefined && unread.has(parent))) continue
        const iterator = iterators.get(id) ?? (await reader.iterator(id, checkpoints.get(id)))
        // Forgotten until the batch is done: whatever goes wrong, reading starts again at the checkpoint.
        iterators.delete(id)
        const { records, next } = await reader.read(iterator, batchSize)
        if (!(await handle(records, options, signal))) break
        const last = records.at(-1)?.dynamodb.SequenceNumber
        if (last !== undefined) {
          await checkpoints.set(id, last)
          options.onHandled?.(last)
          found = true
        }
        if (next === undefined) finished.add(id)
        else iterators.set(id, next)
      }
      retry.reset()
    } catch (error) {
      iterators.clear()
      options.log?.({ message: 'reading the stream failed', reason: reasonOf(error) })
      await pause(retry.next(), signal)
    }
    if (!found) await pause(idlePause, signal)
  }
}

/** True when every record has been handled; false when told to stop before that. */
async function handle(records: readonly LambdaRecord[], options: StreamOptions, signal: AbortSignal): Promise<boolean> {
  let open = records.filter(meetsStreamFilter)
  for (const retry = retries(); open.length > 0; ) {
    if (signal.aborted) return false
    const failed = await failedRecords(open, options)
    if (failed.length === 0) return true
    // As Lambda does: from the first record that failed on, in order.
    open = open.slice(open.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber)))
    options.log?.({ message: 'stream records failed, trying again', records: open.length })
    await pause(retry.next(), signal)
  }
  return true
}

async function failedRecords(records: readonly LambdaRecord[], { handler, log }: StreamOptions): Promise<string[]> {
  try {
    const { batchItemFailures } = await handler({ Records: records as unknown as DynamoDBRecord[] }, {} as Context)
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
  } catch (error) {
    log?.({ message: 'the stream handler failed', reason: reasonOf(error) })
    return records.map(({ dynamodb }) => dynamodb.SequenceNumber)
  }
}

function retries(): { next: () => number; reset: () => void } {
  let pauseNow = firstRetry
  return {
    next: () => {
      const now = pauseNow
      pauseNow = Math.min(longestRetry, pauseNow * 2)
      return now
    },
    reset: () => {
      pauseNow = firstRetry
    },
  }
}

/** Waits, or less when told to stop. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
}

const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

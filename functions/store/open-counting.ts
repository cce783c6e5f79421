/** What the stream handler is built on: the table, and somewhere for what cannot be counted. */
import { type DatabaseOptions, openDatabase } from './client.ts'
import { countChanges } from './count.ts'
import { queueDeadLetters } from './dead-letter-queue.ts'
import { tableDeadLetters } from './dead-letters.ts'
import type { StreamRecord } from './stream-record.ts'

/** Lambda's answer to a batch: which records must come again. */
export interface BatchAnswer {
  readonly batchItemFailures: { readonly itemIdentifier: string }[]
}
export interface Counting {
  count(records: readonly StreamRecord[]): Promise<BatchAnswer>
}

/** @param deadLetterQueue URL of the queue; without one, dead letters lie in the table */
export function openCounting({ deadLetterQueue, ...options }: DatabaseOptions & { readonly deadLetterQueue?: string }): Counting {
  const database = openDatabase(options)
  const deadLetters = deadLetterQueue === undefined ? tableDeadLetters(database) : queueDeadLetters(deadLetterQueue)
  return {
    async count(records) {
      const again = await countChanges(database, deadLetters, records)
      return { batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) }
    },
  }
}

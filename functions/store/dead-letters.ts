/** Where the stream handler leaves what it cannot process: key and reason, never content. */
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './client.ts'
import { readRange } from './range.ts'
import { deadLettersRange, type Key, keys } from './table.ts'

export interface DeadLetter {
  /** Key of the item whose change could not be processed. */
  readonly pk: string
  readonly sk: string
  readonly sequenceNumber: string
  readonly reason: string
}
export interface DeadLetters {
  /** Idempotent: the same letter twice is one. */
  put(letter: DeadLetter): Promise<void>
}

/** On one machine: in the table itself. In the cloud it is a queue, see dead-letter-queue.ts. */
export function tableDeadLetters(database: Database): DeadLetters {
  return {
    async put(letter) {
      const { pk, sk, sequenceNumber, reason } = letter
      const item = { ...keys.deadLetter(sequenceNumber), of: { pk, sk }, reason }
      await database.client.send(new PutCommand({ TableName: database.table, Item: item }))
    },
  }
}

/** The letters that `tableDeadLetters` left. */
export async function readDeadLetters(database: Database): Promise<DeadLetter[]> {
  const items = await readRange(database, deadLettersRange, { consistent: true })
  return items.map(({ sk, of, reason }) => {
    const { pk, sk: ofSk } = of as Key
    return { pk, sk: ofSk, sequenceNumber: String(sk), reason: String(reason) }
  })
}

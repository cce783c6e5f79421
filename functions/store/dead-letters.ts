/** Where the stream handler leaves what it cannot process: key and reason, never content. */
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './client.ts'
import { deadLettersPartition, keys } from './table.ts'

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

/** The letters that `tableDeadLetters` left; the first thousand or so are enough to see what is wrong. */
export async function readDeadLetters(database: Database): Promise<DeadLetter[]> {
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName: database.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': deadLettersPartition },
      ConsistentRead: true,
    }),
  )
  return Items.map(({ sk, of, reason }) => ({ pk: of.pk, sk: of.sk, sequenceNumber: sk, reason }))
}

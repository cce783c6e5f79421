/** Markers: names of jobs that are done once per table, such as filling it with the example. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { type DatabaseOptions, openDatabase } from './client.ts'
import { keys } from './table.ts'

export interface Markers {
  isDone(job: string): Promise<boolean>
  /** @param at ISO moment */
  markDone(job: string, at: string): Promise<void>
}

export function openMarkers(options: DatabaseOptions): Markers {
  const { client, table } = openDatabase(options)
  return {
    async isDone(job) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keys.marker(job), ConsistentRead: true }))
      return Item !== undefined
    },
    async markDone(job, at) {
      await client.send(new PutCommand({ TableName: table, Item: { ...keys.marker(job), at } }))
    },
  }
}

/** Markers: names of jobs that are done once per table, such as filling it with the example. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { type DatabaseOptions, openDatabase } from './client.ts'
import { keys } from './table.ts'

export interface Markers {
  isDone(job: string): Promise<boolean>
  /** @param at ISO moment */
  markDone(job: string, at: string): Promise<void>
  /** How far a long job has come; 0 and 0 before it began. */
  progress(job: string): Promise<Progress>
  markProgress(job: string, progress: Progress): Promise<void>
}
/** In the job's own units: all before `done` is done, up to `until` has been begun. */
interface Progress {
  readonly done: number
  readonly until: number
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
    async progress(job) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keys.marker(job), ConsistentRead: true }))
      return { done: Number(Item?.done ?? 0), until: Number(Item?.until ?? 0) }
    },
    async markProgress(job, progress) {
      await client.send(new PutCommand({ TableName: table, Item: { ...keys.marker(job), ...progress } }))
    },
  }
}

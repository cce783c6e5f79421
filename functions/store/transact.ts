/** Transactions: all or nothing, retried while others touch the same items. */
import { setTimeout as wait } from 'node:timers/promises'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Database } from './client.ts'
import { isBusy, Throttled } from './errors.ts'

export type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
/** Most actions of one transaction (DynamoDB's limit). */
export const maxActions = 100

const attempts = 8
/** Pause before the n-th retry, doubled each time and spread at random so that rivals part ways; in milliseconds. */
const firstPause = 25

/** Per action: did its condition fail? Undefined when the transaction went through. */
export type Refusal = readonly boolean[]

/** Writes all actions, or none and says whose condition failed. Throws `Throttled` when the database stays too busy. */
export async function transact(database: Database, actions: Action[]): Promise<Refusal | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      await database.client.send(new TransactWriteCommand({ TransactItems: actions }))
      return undefined
    } catch (error) {
      const codes = cancellationCodes(error)
      if (codes?.includes('ConditionalCheckFailed')) return codes.map((code) => code === 'ConditionalCheckFailed')
      const busy = codes?.some((code) => busyCodes.has(code)) ?? isBusy(error)
      if (!busy) throw error
      if (attempt === attempts) throw new Throttled(error)
      await wait(firstPause * 2 ** (attempt - 1) * (0.5 + Math.random()))
    }
  }
}

/** Does the error lie in what was to be written, so that trying again cannot help? */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return refusals.has(error.name) || (cancellationCodes(error)?.some((code) => refusals.has(code)) ?? false)
}

const refusals = new Set(['ValidationException', 'ValidationError', 'ItemCollectionSizeLimitExceededException'])
const busyCodes = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])
function cancellationCodes(error: unknown): string[] | undefined {
  if (!(error instanceof Error) || error.name !== 'TransactionCanceledException') return undefined
  const { CancellationReasons = [] } = error as Error & { CancellationReasons?: { Code?: string }[] }
  return CancellationReasons.map(({ Code }) => Code ?? 'None')
}

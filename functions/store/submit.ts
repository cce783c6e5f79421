/** Submitting: every item of a new contribution in one transaction, once per idempotency key. */
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './client.ts'
import { IdempotencyConflict, NotFound } from './errors.ts'
import { bodyItem, countersItem, eventItem, type Item, privateItem } from './items.ts'
import { placeEntries } from './place-entry.ts'
import { readContribution } from './read.ts'
import { announceShapes } from './shapes.ts'
import type { Submission, SubmitAnswer } from './store.ts'
import { keys } from './table.ts'
import { type Action, transact } from './transact.ts'

/**
 * Same key and body: the first contribution, as it is now, with its author token (its text is not kept twice, so what was
 * withdrawn stays erased). Same key, other body: throws `IdempotencyConflict`.
 */
export async function submit(database: Database, submission: Submission, now: Date): Promise<SubmitAnswer> {
  const { record, authorToken, idempotency } = submission
  const { table } = database
  const [answer, body, ...others] = submissionItems(submission)
  const put = (Item: Item): Action => ({ Put: { TableName: table, Item } })
  await announceShapes(database, record)
  const refusal = await transact(database, [
    {
      Put: {
        TableName: table,
        Item: answer,
        // The sweep of expired items lags by days: one that has expired counts as absent.
        ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
        ExpressionAttributeValues: { ':now': Math.floor(now.getTime() / 1000) },
      },
    },
    { Put: { TableName: table, Item: body, ConditionExpression: 'attribute_not_exists(pk)' } },
    ...others.map(put),
  ])
  if (!refusal) return { replayed: false, record, authorToken }
  if (!refusal[0]) throw new Error(`contribution ${record.id} exists already under another idempotency key`)
  const first = await firstAnswer(database, idempotency)
  if (!first) throw new NotFound(`idempotency item ${idempotency.id}`)
  return first
}

/** Every item of a new contribution: the answer to its idempotency key, the body, and what lies beside it. */
export function submissionItems(submission: Submission): [answer: Item, body: Item, ...others: Item[]] {
  const { record, idempotency } = submission
  const places = placeEntries(record)
  const counters = countersItem(record.id, record.counts)
  return [
    { ...keys.idempotency(idempotency.id), ...idempotencyAnswer(submission) },
    bodyItem(record, places.length),
    ...(counters ? [counters] : []),
    privateItem(record, submission.private),
    eventItem(record.id, record.version, submission.event),
    ...places,
  ]
}

interface IdempotencyAnswer {
  readonly bodyHash: string
  readonly id: string
  readonly authorToken: string
  readonly expiresAt: number
}
function idempotencyAnswer({ record, authorToken, idempotency }: Submission): IdempotencyAnswer {
  return { bodyHash: idempotency.bodyHash, expiresAt: idempotency.expiresAt, id: record.id, authorToken }
}

/** What was answered to this key before; undefined for a new one. Throws `IdempotencyConflict` where it was for another body. */
export async function firstAnswer(
  database: Database,
  idempotency: Pick<Submission['idempotency'], 'id' | 'bodyHash'>,
): Promise<SubmitAnswer | undefined> {
  const found = await database.client.send(
    new GetCommand({ TableName: database.table, Key: keys.idempotency(idempotency.id), ConsistentRead: true }),
  )
  const first = found.Item as IdempotencyAnswer | undefined
  if (!first) return undefined
  if (first.bodyHash !== idempotency.bodyHash) throw new IdempotencyConflict()
  const record = await readContribution(database, first.id)
  if (!record) throw new NotFound(`contribution ${first.id}`)
  return { replayed: true, record, authorToken: first.authorToken }
}

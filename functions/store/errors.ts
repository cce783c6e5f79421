/** What the store may throw on purpose. `code` is stable: callers tell errors apart by it, not by text. */
class StoreError extends Error {
  readonly code: 'IdempotencyConflict' | 'VersionConflict' | 'NotFound' | 'InvalidPageToken' | 'Throttled'

  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = code
    this.code = code
  }
}

/** The key was used before, for another body. */
export class IdempotencyConflict extends StoreError {
  constructor() {
    super('IdempotencyConflict', 'idempotency key was used for another body')
  }
}
/** Somebody else changed the contribution in between. */
export class VersionConflict extends StoreError {
  constructor(id: string, expected: number) {
    super('VersionConflict', `contribution ${id} is no longer at version ${expected}`)
  }
}
export class NotFound extends StoreError {
  constructor(what: string) {
    super('NotFound', `${what} does not exist`)
  }
}
/** The token was not made for this very question. */
export class InvalidPageToken extends StoreError {
  constructor() {
    super('InvalidPageToken', 'page token does not belong to this request')
  }
}
/** The database refused more work after every retry; the same call may succeed later. */
export class Throttled extends StoreError {
  constructor(cause: unknown) {
    super('Throttled', 'the database is too busy', { cause })
  }
}

/** Names under which DynamoDB says that it is too busy. */
const busyNames = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
])

/** May the same call succeed a moment later? */
export function isBusy(error: unknown): boolean {
  return error instanceof Throttled || (error instanceof Error && busyNames.has(error.name))
}

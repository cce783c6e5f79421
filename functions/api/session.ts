/** Who may see or change a contribution that has no account behind it: whoever holds its author token. */
import { Buffer } from 'node:buffer'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import type { Store } from '#store/store.ts'
import { Refusal } from './refusal.ts'

/** SHA-256 of an author token, as the store keeps it (hex). */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Token of an `Authorization: Bearer` header. */
function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer +([\w-]{20,200})$/i.exec(header ?? '')?.[1]
}

/** Does this request carry the author token of this contribution? */
export async function isAuthor(store: Store, id: string, authorization: string | undefined): Promise<boolean> {
  const token = bearerToken(authorization)
  if (token === undefined) return false
  const kept = await store.getPrivate(id)
  return kept !== undefined && timingSafeEqual(Buffer.from(tokenHash(token), 'hex'), Buffer.from(kept.authorTokenHash, 'hex'))
}

/**
 * The contribution that its author asks to change.
 * @throws {Refusal} `not-found` where a stranger may not even know that it exists, `author-token-missing` where it is public
 */
export async function authoredRecord(store: Store, id: string, authorization: string | undefined): Promise<ContributionRecord> {
  const record = await store.get(id)
  if (!record) throw new Refusal('not-found')
  if (await isAuthor(store, id, authorization)) return record
  throw new Refusal(record.state === 'published' ? 'author-token-missing' : 'not-found')
}

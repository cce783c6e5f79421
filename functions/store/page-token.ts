/** Page tokens: where a page ended, bound to the question that was asked, so that a token never continues another question. */
import { createHash } from 'node:crypto'
import { InvalidPageToken } from './errors.ts'

/** The last index entry that a page consumed: which segment of the question it came from, and its keys. */
export interface Position {
  readonly segment: number
  readonly sortKey: string
  /** Sort key of the entry in the table. */
  readonly sk: string
}

/** @param question everything that the answer depends on, less the token and the page's size */
export function writePageToken(question: unknown, { segment, sortKey, sk }: Position): string {
  const payload = JSON.stringify([segment, sortKey, sk])
  return Buffer.from(JSON.stringify([payload, seal(question, payload)])).toString('base64url')
}

/** Throws `InvalidPageToken` on anything that `writePageToken` did not give for this question. */
export function readPageToken(question: unknown, token: string): Position {
  try {
    const [payload, sealed] = JSON.parse(Buffer.from(token, 'base64url').toString()) as [string, string]
    const [segment, sortKey, sk] = JSON.parse(payload) as [number, string, string]
    if (sealed === seal(question, payload)) return { segment, sortKey, sk }
  } catch {
    // not ours: refused below like any other
  }
  throw new InvalidPageToken()
}

/** Guards against mix-ups, not against forgers: all that one can forge is a place in what everybody may read anyway. */
function seal(question: unknown, payload: string): string {
  return createHash('sha256')
    .update(JSON.stringify([question, payload]))
    .digest('base64url')
    .slice(0, 16)
}

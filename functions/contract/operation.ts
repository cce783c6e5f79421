/** What an operation of the API is made of. `operations.ts` lists them; router, validation and OpenAPI follow from that list. */
import type * as z from 'zod/mini'
import type { ProblemId } from './problem-types.ts'

/** The function that answers: reading, writing, or streaming what may grow large. */
export type ServiceId = 'openData' | 'participation' | 'download'
/** Parameters by name; the schema describes the decoded value (lists and boxes are comma-separated in the address). */
export type Parameters = z.ZodMiniObject<Readonly<Record<string, z.ZodMiniType>>>

export interface Answer {
  /** In Dutch, for the OpenAPI document. */
  readonly description: string
  /** Media type and what it holds; null stands for bytes. Absent: no body. */
  readonly media?: string
  readonly schema?: z.ZodMiniType | null
  /** Response headers worth documenting, with their Dutch description. */
  readonly headers?: Readonly<Record<string, string>>
  /** An example body, also checked against the schema by a test. */
  readonly example?: unknown
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path template, e.g. `/api/v1/contributions/{contribution}`. */
  readonly path: string
  readonly service: ServiceId
  readonly tag: 'Open data' | 'Meedoen' | 'Beheer'
  /** In Dutch. */
  readonly summary: string
  readonly params?: Parameters
  readonly query?: Parameters
  readonly headers?: Parameters
  readonly body?: z.ZodMiniType
  readonly bodyExample?: unknown
  /** The author token: needed, or useful. */
  readonly authorToken?: 'required' | 'optional'
  readonly answers: Readonly<Record<number, Answer>>
  /** Besides `internal-error` and `busy`, which any operation may give. */
  readonly problems: readonly ProblemId[]
}

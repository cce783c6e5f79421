/** A contribution as the platform keeps it: the wire's contribution less what is derived per answer, plus what guards edits. */
import type { Contribution, Counts } from '#contract/contribution.ts'
import type { Geometry } from '#contract/geometry.ts'
import type { RoleId, StateId } from '#contract/vocabulary.ts'

export interface ContributionRecord extends Omit<Contribution, 'links' | 'counts'> {
  readonly counts: Counts
  /** Raised by one on every change of text, place or state; guards conditional writes and serves as ETag. */
  readonly version: number
  /** How often its zones were joined anew; absent for never. Apart from `version`, so that an author's edit of what they saw still holds. */
  readonly joins?: number
}

/** How often it was written, by people and by joining anew: puts its changes in order. */
export const writesOf = ({ version, joins = 0 }: Pick<ContributionRecord, 'version' | 'joins'>): number => version + joins

/** What only the author and the moderators may read; lies in an item of its own. */
export interface PrivatePart {
  /** The position as the author gave it; equal to the published one when `precision` is `exact`. */
  readonly exactGeometry: Geometry | null
  /** SHA-256 (hex) of the author token. */
  readonly authorTokenHash: string
}

/** One line of the audit trail: nothing changes without one. */
export interface AuditEvent {
  readonly at: string
  readonly by: 'author' | 'moderator' | 'operator' | 'system'
  readonly role: RoleId | null
  readonly what: 'submitted' | 'edited' | StateId | 'outcome'
  readonly why: string | null
}

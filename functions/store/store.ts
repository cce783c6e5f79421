/** What the API may ask of the store. One implementation (DynamoDB, also on one machine); tests run on it too. */
import type { ConsultationRecord, Totals } from '#contract/consultation.ts'
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import type { KindId } from '#contract/kinds/registry.ts'
import type { ThemeId } from '#contract/themes.ts'
import type { OutcomeId, StateId } from '#contract/vocabulary.ts'
import type { AuditEvent, ContributionRecord, PrivatePart } from '#domain/contribution-record.ts'
import type { ContributionFilter } from '#domain/filter.ts'
import type { Mix } from '#domain/theme-set.ts'
import type { Area } from '#domain/touches-area.ts'

export type { ContributionFilter } from '#domain/filter.ts'

export interface PageRequest {
  readonly filter: ContributionFilter
  /** 1–10,000 */
  readonly limit: number
  /** Opaque token of an earlier page; a forged one throws `InvalidPageToken`. */
  readonly next?: string
}
export interface Page<T> {
  readonly items: readonly T[]
  readonly next?: string
}

/** How many published contributions lie in a zone. */
export interface ZoneTotal {
  readonly layer: string
  readonly id: string
  readonly contributions: number
}

/** What a tile draws of one contribution. */
export interface MapEntry {
  readonly id: string
  readonly kind: KindId
  readonly themes: readonly ThemeId[]
  readonly title: string
  readonly village: string | null
  readonly outcome: OutcomeId
  readonly geometry: Geometry
}
/** The contributions of a cell together. */
export interface Cluster {
  /** Quadkey. */
  readonly cell: string
  readonly count: number
  /** Sums to `count`. */
  readonly mix: Mix
  /** Mean of the contributions' spots. */
  readonly position: Position
}
/** Either every contribution, at most 500, or clusters that count every one, with the shapes that are wider than the tile. */
export interface Tile {
  readonly entries: readonly MapEntry[]
  readonly clusters: readonly Cluster[]
}

export interface Submission {
  readonly record: ContributionRecord
  readonly private: PrivatePart
  readonly authorToken: string
  readonly idempotency: {
    /** SHA-256 (hex) of participant | operation | key. */
    readonly id: string
    /** SHA-256 (hex) of the canonical body. */
    readonly bodyHash: string
    /** Seconds since 1970. */
    readonly expiresAt: number
  }
  readonly event: AuditEvent
}
export type SubmitAnswer = { readonly replayed: boolean; readonly record: ContributionRecord; readonly authorToken: string }

export interface Store {
  listConsultations(): Promise<readonly ConsultationRecord[]>
  getConsultation(id: string): Promise<ConsultationRecord | undefined>
  putConsultation(record: ConsultationRecord): Promise<void>
  totals(consultation: string): Promise<Totals>
  /** How many published contributions lie in each of these zones, in the order asked. @param zones `{layer}/{id}` */
  zoneTotals(consultation: string, zones: readonly string[]): Promise<readonly number[]>
  /** The zones of these layers that hold any, layer by layer. A page may be short. Throws `InvalidPageToken`. */
  zonesOfLayers(consultation: string, layers: readonly string[], page: Omit<PageRequest, 'filter'>): Promise<Page<ZoneTotal>>

  /** Puts body, counters, place entries, private part, event and idempotency item in one transaction. Same key and body: the first answer. Throws `IdempotencyConflict` for another body. */
  submit(submission: Submission): Promise<SubmitAnswer>
  /** What was answered to this idempotency key before, if anything. Throws `IdempotencyConflict` where it was for another body. */
  answered(idempotency: Pick<Submission['idempotency'], 'id' | 'bodyHash'>): Promise<SubmitAnswer | undefined>
  /** The record in whatever state; callers decide who may see it. Absent: undefined. */
  get(id: string): Promise<ContributionRecord | undefined>
  getPrivate(id: string): Promise<PrivatePart | undefined>
  /** Replaces text, place and zones where the version still is `expectedVersion`; throws `VersionConflict` else. */
  edit(
    record: ContributionRecord,
    privatePart: PrivatePart,
    expectedVersion: number,
    event: AuditEvent,
  ): Promise<ContributionRecord>
  /** Moves to another state; withdrawing erases texts and positions. Throws `VersionConflict`, `NotFound`. */
  changeState(id: string, to: StateId, expectedVersion: number, event: AuditEvent): Promise<ContributionRecord>
  /** Audit trail of one contribution, oldest first. */
  events(id: string): Promise<readonly AuditEvent[]>

  /** Published contributions, newest first. */
  newest(consultation: string, page: PageRequest): Promise<Page<ContributionRecord>>
  /** Published contributions whose published geometry touches the box, each once, in one stable order across pages; with an area, only those that touch it too. */
  inBBox(consultation: string, bbox: BBox, page: PageRequest, area?: Area): Promise<Page<ContributionRecord>>
  /** Two Queries for points, plus ancestor cells and the wide partition for lines and areas. @param z at most 16 */
  tile(consultation: string, z: number, x: number, y: number): Promise<Tile>
  /** What waits for the operator, newest first: not looked at yet, or hidden. For `npm run moderate` only, never for an answer of the API. */
  waiting(consultation: string, state: 'received' | 'hidden'): AsyncIterable<ContributionRecord>
  /** Every published contribution that meets the filter, newest first, read page by page. */
  everything(consultation: string, filter: ContributionFilter): AsyncIterable<ContributionRecord>
}

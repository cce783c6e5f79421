/**
 * Keys of the one table; nobody else builds them. Access patterns:
 *
 * | pattern                | index   | key condition                                              | consistency |
 * | ---------------------- | ------- | ---------------------------------------------------------- | ----------- |
 * | consultations          | table   | pk = CONSULTATIONS                                         | eventual    |
 * | consultation           | table   | pk = CONSULTATIONS, sk = {consultation}                    | eventual    |
 * | totals and villages    | table   | pk = TALLY#{consultation}, sk between TOTALS and VILLAGE$  | eventual    |
 * | totals of zones        | table   | pk = TALLY#{consultation}, sk = ZONE#{layer}/{zone} (one BatchGet) | eventual |
 * | zones of a layer       | table   | pk = TALLY#{consultation}, sk between ZONE#{layer}/ and ZONE#{layer}0 | eventual |
 * | summaries of a tile    | table   | pk = CELL#{consultation}#{level}, sk between two quadkeys  | eventual    |
 * | shapes                 | table   | pk = TALLY#{consultation}, sk = SHAPES                     | eventual    |
 * | contribution           | table   | pk = C#{id}, sk = BODY and sk = COUNTERS (one BatchGet)    | strong      |
 * | contributions by id    | table   | the same for many ids                                      | eventual    |
 * | private part           | table   | pk = C#{id}, sk = PRIVATE (with BODY)                      | strong      |
 * | audit trail            | table   | pk = C#{id}, sk between EVENT# and EVENT$                  | strong      |
 * | what is counted        | table   | pk = C#{id}, sk = COUNTED                                  | strong      |
 * | first answer to a key  | table   | pk = IDEM#{hash}, sk = IDEM                                | strong      |
 * | tile                   | byPlace | placePk = {consultation}, placeSk between two quadkeys     | eventual    |
 * | cells above a tile     | byPlace | placePk = {consultation}, placeSk between {cell}# and {cell}$ | eventual |
 * | wide shapes            | byPlace | placePk = {consultation}#wide                              | eventual    |
 * | box                    | byPlace | as tile, at most 8 ranges                                  | eventual    |
 * | newest first           | byTime  | timePk = {consultation}, descending                        | eventual    |
 * | moderation queue       | byTime  | timePk = {consultation}#received or #hidden, descending    | eventual    |
 * | recount                | table   | scan; and every TALLY# and CELL# of one consultation       | strong      |
 * | contributions with a place | table | scan for sk = BODY (joining anew only), and pk = C#{id}, sk = BODY | strong      |
 * | marker of a job done   | table   | pk = MARKERS, sk = {name}                                  | strong      |
 * | dead letters (local)   | table   | pk = DEAD-LETTERS                                          | strong      |
 *
 * Ranges are written as BETWEEN, never begins_with: the embedded database scans the whole partition for the latter.
 */
import type { StateId } from '#contract/vocabulary.ts'
import { tableSchema } from './schema.ts'

export interface Key {
  readonly pk: string
  readonly sk: string
}

export const keys = {
  consultation: (id: string): Key => ({ pk: 'CONSULTATIONS', sk: id }),
  totals: (consultation: string): Key => ({ pk: `TALLY#${consultation}`, sk: 'TOTALS' }),
  villageTotal: (consultation: string, village: string): Key => ({ pk: `TALLY#${consultation}`, sk: `VILLAGE#${village}` }),
  /** @param zone `{layer}/{id}` */
  zoneTotal: (consultation: string, zone: string): Key => ({ pk: `TALLY#${consultation}`, sk: `ZONE#${zone}` }),
  /** @param cell quadkey; each level is a partition of its own */
  cell: (consultation: string, cell: string): Key => ({ pk: `CELL#${consultation}#${cell.length}`, sk: cell }),
  shapes: (consultation: string): Key => ({ pk: `TALLY#${consultation}`, sk: 'SHAPES' }),
  body: (id: string): Key => ({ pk: `C#${id}`, sk: 'BODY' }),
  counters: (id: string): Key => ({ pk: `C#${id}`, sk: 'COUNTERS' }),
  private: (id: string): Key => ({ pk: `C#${id}`, sk: 'PRIVATE' }),
  /** @param number counts from 1 */
  place: (id: string, number: number): Key => ({ pk: `C#${id}`, sk: `PLACE#${String(number).padStart(2, '0')}` }),
  /** One event per version. */
  event: (id: string, version: number): Key => ({ pk: `C#${id}`, sk: `EVENT#${String(version).padStart(6, '0')}` }),
  counted: (id: string): Key => ({ pk: `C#${id}`, sk: 'COUNTED' }),
  idempotency: (hash: string): Key => ({ pk: `IDEM#${hash}`, sk: 'IDEM' }),
  marker: (name: string): Key => ({ pk: 'MARKERS', sk: name }),
  deadLetter: (id: string): Key => ({ pk: 'DEAD-LETTERS', sk: id }),
} as const

/** Totals and those per village, in one Query; zones come after them. */
export const totalsRange = { from: 'TOTALS', to: 'VILLAGE$' } as const
/** Sort keys of the counters of a layer's zones; 0 is what follows / in Unicode. */
export const zonesRange = (layer: string) => ({ from: `ZONE#${layer}/`, to: `ZONE#${layer}0` })
/** Sort keys of every counter in a TALLY# partition: all but the announcement of shapes. */
export const tallyRange = { from: 'TOTALS', to: 'ZONE$' } as const
/**
 * Where a scan goes on after a page that ended at this key. Place entries are deleted when a contribution is moved, hidden or withdrawn,
 * and after a key that is gone the embedded database finds nothing more, without a word: so after them it goes on behind their sibling
 * that stays. DynamoDB itself goes on from any key.
 */
export function scanFrom(last: Key): Key {
  return last.sk.startsWith('PLACE#') ? { pk: last.pk, sk: 'PRIVATE' } : last
}
export const eventRange = { from: 'EVENT#', to: 'EVENT$' } as const
/** Ids begin with a letter or a digit, sequence numbers with a digit. */
export const consultationsRange = { pk: 'CONSULTATIONS', from: '0', to: '{' } as const
export const deadLettersRange = { pk: 'DEAD-LETTERS', from: '0', to: ':' } as const

/** Keys of the index byPlace. Present on an item only while its contribution is published. */
export const placeKeys = {
  partition: (consultation: string): string => consultation,
  widePartition: (consultation: string): string => `${consultation}#wide`,
  /** @param cell quadkey; for wide shapes a single '0', since there is nothing to sort by but the id */
  sort: (cell: string, id: string): string => `${cell}#${id}`,
  /** The contribution that a sort key of byPlace or byTime belongs to. */
  idOf: (sortKey: string): string => sortKey.slice(sortKey.lastIndexOf('#') + 1),
  wideCell: '0',
} as const

/** States in which a contribution waits for the operator: for a first look, or for good. */
export type WaitingState = Extract<StateId, 'received' | 'hidden'>

/** Keys of the index byTime. */
export const timeKeys = {
  partition: (consultation: string): string => consultation,
  /** What is not published waits in a partition of its own, so that no public question can reach it. */
  waitingPartition: (consultation: string, state: WaitingState): string => `${consultation}#${state}`,
  sort: (createdAt: string, id: string): string => `${createdAt}#${id}`,
} as const

type Image = Readonly<Record<string, { readonly S?: string | undefined }>>
/** The rule of `streamFilters` for one stream record. */
export function meetsStreamFilter(record: {
  readonly dynamodb?: { readonly NewImage?: object | undefined; readonly OldImage?: object | undefined } | undefined
}): boolean {
  const wanted: readonly string[] = tableSchema.streamEntities
  return [record.dynamodb?.NewImage, record.dynamodb?.OldImage].some((image) => {
    const entity = (image as Image | undefined)?.entity?.S
    return entity !== undefined && wanted.includes(entity)
  })
}

/** What lies in a box: its ranges, the cells above them, and the wide shapes; each contribution is given by its first entry in that order. */
import type { BBox } from '#contract/geometry.ts'
import { coverOf, inRange, ownRange } from '#domain/quadkey.ts'
import { touchesBox } from '#domain/touches.ts'
import { type Area, touchesArea } from '#domain/touches-area.ts'
import type { Question } from './page.ts'
import { type PlaceEntry, siblingKeys } from './place-entry.ts'
import type { Shapes } from './shapes.ts'
import { placeKeys } from './table.ts'
import type { Segment } from './walk.ts'

/** @param bbox west ≤ east @param area when given: only what touches it as well */
export function bboxQuestion(consultation: string, bbox: BBox, shapes: Shapes, area?: Area): Question<PlaceEntry> {
  const { ranges, ancestors } = coverOf(bbox)
  const partition = placeKeys.partition(consultation)
  const above = ancestors.map(ownRange)
  const own = [...ranges, ...above]
  const segments: Segment[] = [
    ...ranges.map((range): Segment => ({ index: 'byPlace', partition, range })),
    ...above.map((range): Segment => ({ index: 'byPlace', partition, range, empty: !shapes.cells })),
    { index: 'byPlace', partition: placeKeys.widePartition(consultation), empty: !shapes.wide },
  ]
  return {
    name: ['bbox', consultation, bbox, area?.coordinates ?? null],
    segments,
    gives: (entry, position) => position.segment >= own.length || firstEntry(entry, own) === position.sortKey,
    wants: ({ geometry }) =>
      geometry !== null && touchesBox(geometry, bbox) && (area === undefined || touchesArea(geometry, area)),
  }
}

/** The sort key of a contribution's first entry in a list of ranges that are read in order. */
export function firstEntry(entry: PlaceEntry, ranges: readonly { from: string; to: string }[]): string | undefined {
  const sortKeys = siblingKeys(entry)
  for (const range of ranges) {
    const first = sortKeys.find((sortKey) => inRange(range, sortKey))
    if (first !== undefined) return first
  }
  return undefined
}

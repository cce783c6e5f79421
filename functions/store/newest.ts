/** Newest first: published contributions of a consultation by the moment that they were sent. */
import type { FacetEntry, Question } from './page.ts'
import { timeKeys } from './table.ts'

export function newestQuestion(consultation: string): Question<FacetEntry> {
  return {
    name: ['newest', consultation],
    segments: [{ index: 'byTime', partition: timeKeys.partition(consultation), newestFirst: true }],
    gives: () => true,
    wants: () => true,
  }
}

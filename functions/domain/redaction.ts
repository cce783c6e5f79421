/** Withdrawing erases what a person wrote and where; what stays is the trace that there was something. */
import { kindFieldNames } from '#contract/kinds/registry.ts'
import type { ContributionRecord } from './contribution-record.ts'

/** Without texts, name, position, village and zones. Kind, themes, role and dates stay. */
export function redacted(record: ContributionRecord): ContributionRecord {
  const { authorName: _, ...rest } = record
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !(kindFieldNames as readonly string[]).includes(name)),
  ) as unknown as ContributionRecord
  return { ...kept, title: '', description: '', geometry: null, village: null, zones: [] }
}

/** Which field a fault belongs to, whether the form or the server found it: both speak of places in the same draft. */
import { ContributionDraft } from '#contract/contribution.ts'
import { type FaultSeed, faultsOf, type Language, wordFault } from '#contract/faults.ts'
import type { KindFieldName } from '#contract/kinds/registry.ts'
import { kindFieldNames } from '#contract/kinds/registry.ts'
import type { Fault, Problem } from '#contract/problem.ts'
import type { Words } from '#contract/text/words.ts'
import { type Draft, toInput } from './draft.ts'

export type FieldName = keyof Words['fields'] | KindFieldName

/** A fault at its field; `null` when it concerns the message as a whole. */
export interface FieldFault {
  readonly field: FieldName | null
  readonly code: string
  readonly text: string
}

/** In the order in which the form shows them: so does the summary of faults. */
const order: readonly FieldName[] = [
  'kind',
  'geometry',
  'village',
  'precision',
  'themes',
  'title',
  'description',
  ...kindFieldNames,
  'role',
  'authorName',
]

/** Id of the element that a fault's link leads to. */
export const fieldId = (field: FieldName): string => `contribute-${field}`

/** `#/geometry/coordinates/0` → `geometry`. Null for headers, parameters and fields that the form does not have. */
export function fieldOf(fault: Pick<Fault, 'in' | 'location'>): FieldName | null {
  if (fault.in !== 'body' || !fault.location.startsWith('#/')) return null
  const name = fault.location.slice(2).split('/')[0]
  return order.find((field) => field === name) ?? null
}

/** One fault per field is enough to mend it: the first. Fields in the form's order, the message as a whole first. */
export function atFields(faults: readonly Fault[]): FieldFault[] {
  const found = new Map<FieldName | null, FieldFault>()
  for (const fault of faults) {
    const field = fieldOf(fault)
    if (!found.has(field)) found.set(field, { field, code: fault.code, text: fault.detail })
  }
  const rank = (field: FieldName | null) => (field === null ? -1 : order.indexOf(field))
  return [...found.values()].sort((a, b) => rank(a.field) - rank(b.field))
}

/** What the server found: its faults at their fields, or the problem as a whole when it names none. */
export function faultsOfProblem(problem: Problem): FieldFault[] {
  const faults = atFields(problem.errors ?? [])
  return faults.length > 0 ? faults : [{ field: null, code: problem.type, text: problem.detail }]
}

/** What the form itself sees wrong, by the contract's schema and by the rules of `rules`, in the words that the API would use. */
export function faultsOfDraft(draft: Draft, rules: (draft: Draft) => readonly FaultSeed[], language: Language): FieldFault[] {
  const found = faultsOf(ContributionDraft, toInput(draft), language)
  return atFields([...found, ...rules(draft).map((seed) => wordFault(seed, language))])
}

/** From a checked draft to the contribution that is stored: new, or changed by its author. */
import type { Zone } from '#contract/catalogue.ts'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ContributionDraft } from '#contract/contribution.ts'
import { kindFieldNames } from '#contract/kinds/registry.ts'
import type { ContributionRecord } from './contribution-record.ts'
import { firstState } from './participation.ts'
import { type Place, placeOf } from './place.ts'
import { zoneRefs } from './zone-refs.ts'

/** What a draft says beside its place; answers left empty are left out. */
type Statement = Omit<ContributionDraft, 'geometry' | 'village'>

function statementOf(draft: ContributionDraft): Statement {
  const { kind, themes, title, description, role, precision, authorName } = draft
  const answers = Object.fromEntries(kindFieldNames.flatMap((name) => (draft[name] ? [[name, draft[name]] as const] : [])))
  return { kind, themes, title, description, role, precision, ...(authorName ? { authorName } : {}), ...answers }
}

export interface NewContribution {
  /** Checked by `draftFaults`, geometry normalised. */
  readonly draft: ContributionDraft
  readonly consultation: ConsultationRecord
  readonly id: string
  /** ISO moment of sending. */
  readonly at: string
  /** Zones at the published place (`placeOf`), never at the exact one. */
  readonly zones: readonly Zone[]
}

export function newContribution({ draft, consultation, id, at, zones }: NewContribution): ContributionRecord {
  const place: Place = placeOf(draft, consultation.villages)
  return {
    id,
    consultation: consultation.id,
    ...statementOf(draft),
    ...place,
    zones: zoneRefs(zones),
    state: firstState(consultation),
    outcome: 'open',
    counts: { supports: 0, comments: 0, pledges: 0 },
    createdAt: at,
    updatedAt: at,
    version: 1,
  }
}

/** The contribution with another draft; state, outcome, counts and dates of birth stay. The store raises version and `updatedAt`. */
export function editedContribution(
  record: ContributionRecord,
  draft: ContributionDraft,
  consultation: ConsultationRecord,
  zones: readonly Zone[],
): ContributionRecord {
  const { id, state, outcome, counts, createdAt, updatedAt, version } = record
  const place: Place = placeOf(draft, consultation.villages)
  return {
    id,
    consultation: consultation.id,
    ...statementOf(draft),
    ...place,
    zones: zoneRefs(zones),
    state,
    outcome,
    counts,
    createdAt,
    updatedAt,
    version,
  }
}

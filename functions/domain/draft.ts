/** Does a draft fit its consultation? Beyond what its schema says: period, kinds, themes, village, place. */
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ContributionDraft } from '#contract/contribution.ts'
import type { FaultCode, FaultSeed, FaultValues } from '#contract/faults.ts'
import { geometryFaults } from './geometry.ts'
import { periodState } from './participation.ts'
import { canBeBlurred } from './published-position.ts'

/** Every fault at once. @param draft with its geometry normalised (`normalised`) */
export function draftFaults(draft: ContributionDraft, consultation: ConsultationRecord, now: Date): FaultSeed[] {
  const fault = (path: readonly PropertyKey[], code: FaultCode, values: FaultValues): FaultSeed => ({
    in: 'body',
    path,
    code,
    values,
  })
  const { period, kinds, themes, villages, area } = consultation
  const faults: FaultSeed[] = []
  const state = periodState(period, now)
  if (state !== 'open') faults.push(fault([], state, { day: state === 'closed' ? period.end : period.start }))
  if (!kinds.includes(draft.kind)) faults.push(fault(['kind'], 'kindNotAsked', { value: draft.kind, choices: kinds }))
  draft.themes.forEach((theme, index) => {
    if (!themes.includes(theme)) faults.push(fault(['themes', index], 'themeNotAsked', { value: theme, choices: themes }))
  })
  if (draft.village !== undefined && !villages.some(({ id }) => id === draft.village)) {
    faults.push(fault(['village'], 'villageUnknown', { value: draft.village, choices: villages.map(({ id }) => id) }))
  }
  if (draft.geometry) {
    if (draft.precision !== 'exact' && !canBeBlurred(draft.geometry)) faults.push(fault(['precision'], 'precisionOfShape', {}))
    faults.push(...geometryFaults(draft.geometry, area))
  }
  return faults
}

/** The domain's rules for a draft that is still being filled in: the same that the API applies, as far as they can be told yet. */
import type { Consultation } from '#contract/consultation.ts'
import { ContributionDraft } from '#contract/contribution.ts'
import type { FaultSeed } from '#contract/faults.ts'
import { Geometry } from '#contract/geometry.ts'
import { draftFaults } from '#domain/draft.ts'
import { geometryFaults, normalised } from '#domain/geometry.ts'
import { type Draft, toInput } from './draft.ts'

/** @param now the moment of asking: a consultation may close while its form is open */
export function draftRules(consultation: () => Consultation, now: () => Date): (draft: Draft) => readonly FaultSeed[] {
  // A shape of a thousand points takes a while; typing a title must not wait for it.
  let known: { geometry: unknown; faults: readonly FaultSeed[] } | undefined
  const placeFaults = (geometry: unknown): readonly FaultSeed[] => {
    if (known !== undefined && known.geometry === geometry) return known.faults
    const parsed = Geometry.safeParse(geometry)
    const faults = parsed.success ? geometryFaults(normalised(parsed.data), consultation().area) : []
    known = { geometry, faults }
    return faults
  }
  return (draft) => {
    const { place } = draft
    const parsed = ContributionDraft.safeParse(toInput(draft))
    return [
      ...(place.at === 'geometry' ? placeFaults(place.geometry) : []),
      // The schema says so only when all the rest is right; the author should know at once.
      ...(place.at === 'village' && place.village === '' ? [villageMissing] : []),
      ...(parsed.success ? draftFaults({ ...parsed.data, geometry: null }, consultation(), now()) : []),
    ]
  }
}

const villageMissing: FaultSeed = { in: 'body', path: ['village'], code: 'villageMissing' }

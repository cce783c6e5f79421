/** Where a contribution is, as everybody may see it: its published position and the village that this belongs to. */
import type { Village } from '#contract/consultation.ts'
import type { ContributionDraft } from '#contract/contribution.ts'
import type { Geometry } from '#contract/geometry.ts'
import { publishedPosition } from './published-position.ts'
import { nearestVillage } from './village.ts'

export interface Place {
  readonly geometry: Geometry | null
  readonly village: string | null
}

/**
 * The village is the one nearest to the published position. Where no position is published it is the one that the author named
 * ("heel het dorp"), else the one nearest to the exact position.
 */
export function placeOf(
  draft: Pick<ContributionDraft, 'geometry' | 'village' | 'precision'>,
  villages: readonly Village[],
): Place {
  const geometry = publishedPosition(draft.geometry, draft.precision)
  if (geometry) return { geometry, village: nearestVillage(geometry, villages) }
  return { geometry, village: draft.village ?? (draft.geometry && nearestVillage(draft.geometry, villages)) }
}

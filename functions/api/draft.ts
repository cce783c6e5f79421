/** From a draft that somebody sent to what is stored: every fault at once, then place, village and zones from the published position. */
import type { Zone } from '#contract/catalogue.ts'
import type { ConsultationRecord } from '#contract/consultation.ts'
import { ContributionDraft } from '#contract/contribution.ts'
import type { FaultSeed } from '#contract/faults.ts'
import { draftFaults } from '#domain/draft.ts'
import { normalised } from '#domain/geometry.ts'
import { placeOf } from '#domain/place.ts'
import type { Dependencies } from './service.ts'

const { kind, themes, geometry, village, precision } = ContributionDraft.shape

/**
 * What the consultation's rules find wrong, also in a draft that its schema refuses: a field that cannot be read counts as harmless
 * here, since the schema names it already.
 */
export function ruleFaults(json: unknown, consultation: ConsultationRecord, now: Date): FaultSeed[] {
  const fields: Readonly<Record<string, unknown>> = typeof json === 'object' && json !== null ? { ...json } : {}
  const place = geometry.safeParse(fields.geometry)
  const named = village.safeParse(fields.village)
  const draft = {
    kind: or(kind.safeParse(fields.kind), consultation.kinds[0] ?? 'idea'),
    themes: or(themes.safeParse(fields.themes), []),
    geometry: place.success && place.data ? normalised(place.data) : null,
    ...(named.success && named.data !== undefined && { village: named.data }),
    precision: or(precision.safeParse(fields.precision), 'exact'),
    role: 'resident' as const,
    title: '',
    description: '',
  }
  return draftFaults(draft, consultation, now)
}

const or = <T>(parsed: { success: true; data: T } | { success: false }, otherwise: T): T =>
  parsed.success ? parsed.data : otherwise

/** The draft as it is stored, and the zones at its published place: the exact one never leaves the author's own part. */
export async function settled(
  draft: ContributionDraft,
  consultation: ConsultationRecord,
  geo: Dependencies['geo'],
): Promise<{ draft: ContributionDraft; zones: readonly Zone[] }> {
  const normal = { ...draft, geometry: draft.geometry && normalised(draft.geometry) }
  const { geometry: published } = placeOf(normal, consultation.villages)
  return { draft: normal, zones: published ? await geo.zonesAt(published) : [] }
}

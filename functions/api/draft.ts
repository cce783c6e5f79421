/** From a draft that somebody sent to what is stored: every fault at once, then place, village and zones from the published position. */
import type { ConsultationRecord } from '#contract/consultation.ts'
import { ContributionDraft } from '#contract/contribution.ts'
import type { FaultSeed } from '#contract/faults.ts'
import type { Geometry } from '#contract/geometry.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
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

/** The parts of a record that derive from a draft; the exact position is apart, for the private part. */
export async function settled(
  draft: ContributionDraft,
  consultation: ConsultationRecord,
  geo: Dependencies['geo'],
): Promise<{
  exactGeometry: Geometry | null
  content: Omit<ContributionDraft, 'village'> & Pick<ContributionRecord, 'village' | 'zones'>
}> {
  const exactGeometry = draft.geometry && normalised(draft.geometry)
  const place = placeOf({ ...draft, geometry: exactGeometry }, consultation.villages)
  const zones = place.geometry ? await geo.zonesAt(place.geometry) : []
  return {
    exactGeometry,
    content: {
      ...draft,
      ...place,
      zones: zones.map(({ layer, id, title, version, share }) => ({
        layer,
        id,
        title,
        version,
        ...(share !== undefined && { share }),
      })),
    },
  }
}

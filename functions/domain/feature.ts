/** A contribution as a GeoJSON feature with flat properties and Dutch labels: list, OGC items and download give the same. */
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ContributionFeature, ContributionProperties } from '#contract/contribution.ts'
import { kindFieldNames } from '#contract/kinds/registry.ts'
import { nl } from '#contract/text/nl.ts'
import type { ContributionRecord } from './contribution-record.ts'

export function featureOf(record: ContributionRecord, consultation: Pick<ConsultationRecord, 'villages'>): ContributionFeature {
  return { type: 'Feature', id: record.id, geometry: record.geometry, properties: propertiesOf(record, consultation) }
}

function propertiesOf(record: ContributionRecord, { villages }: Pick<ConsultationRecord, 'villages'>): ContributionProperties {
  const [theme] = record.themes
  if (theme === undefined) throw new Error(`contribution ${record.id} has no theme`)
  const answers = Object.fromEntries(
    kindFieldNames.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]] as const])),
  )
  return {
    id: record.id,
    consultation: record.consultation,
    kind: record.kind,
    kindLabel: nl.kinds[record.kind].label,
    theme,
    themes: record.themes,
    themeLabels: record.themes.map((id) => nl.themes[id]),
    title: record.title,
    description: record.description,
    ...answers,
    role: record.role,
    roleLabel: nl.roles[record.role],
    ...(record.authorName === undefined ? {} : { authorName: record.authorName }),
    precision: record.precision,
    outcome: record.outcome,
    outcomeLabel: nl.outcomes[record.outcome],
    village: record.village,
    villageName: villages.find(({ id }) => id === record.village)?.name ?? null,
    zoneIds: record.zones.map(({ id }) => id),
    zoneTitles: record.zones.map(({ title }) => title),
    zoneLayers: record.zones.map(({ layer }) => layer),
    supports: record.counts.supports,
    comments: record.counts.comments,
    pledges: record.counts.pledges,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  }
}

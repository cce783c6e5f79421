/** Consultations with their rules of the game and totals. */
import { Consultation, type ConsultationRecord, type Totals } from '#contract/consultation.ts'
import type { Implementation } from './endpoint.ts'
import { Refusal } from './refusal.ts'
import type { Dependencies } from './service.ts'

/** @throws {Refusal} `not-found` */
export async function knownConsultation(store: Dependencies['store'], id: string): Promise<ConsultationRecord> {
  const record = await store.getConsultation(id)
  if (!record) throw new Refusal('not-found')
  return record
}

export function consultations({ store, origin }: Dependencies) {
  const list: Implementation<'listConsultations'> = async (request) => {
    request.accept()
    const shown = await Promise.all((await store.listConsultations()).map(view))
    const links = [{ href: `${origin}/api/v1/consultations`, rel: 'self', type: 'application/json' }]
    return { body: { json: { consultations: shown, links } }, cache: 'public', etag: 'body' }
  }

  const get: Implementation<'getConsultation'> = async (request) => {
    request.accept()
    return {
      body: { json: await view(await knownConsultation(store, request.params.consultation)) },
      cache: 'public',
      etag: 'body',
    }
  }

  async function view(record: ConsultationRecord): Promise<Consultation> {
    const href = `${origin}/api/v1/consultations/${record.id}`
    const items = `${origin}/api/v1/collections/${record.id}`
    // Parsed by its own schema: the database keeps no order of keys, and what did not change must have the same ETag.
    return Consultation.parse({
      ...record,
      totals: inOrder(await store.totals(record.id)),
      links: [
        { href, rel: 'self', type: 'application/json', title: record.title },
        { href: `${items}/items`, rel: 'items', type: 'application/geo+json', title: 'Bijdragen' },
        { href: items, rel: 'collection', type: 'application/json', title: 'Als OGC-collectie' },
        { href: `${href}/download`, rel: 'enclosure', type: 'application/geo+json', title: 'Alle bijdragen als bestand' },
      ],
    } satisfies Consultation)
  }

  return { listConsultations: list, getConsultation: get }
}

function inOrder({ contributions, ...counts }: Totals): Totals {
  const sorted = (count: Record<string, number>) => Object.fromEntries(Object.entries(count).sort(([a], [b]) => (a < b ? -1 : 1)))
  const { kinds, themes, roles, villages } = counts
  return { contributions, kinds: sorted(kinds), themes: sorted(themes), roles: sorted(roles), villages: sorted(villages) }
}

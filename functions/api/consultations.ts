/** Consultations with their rules of the game and totals. */
import type { Consultation, ConsultationRecord } from '#contract/consultation.ts'
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
    return {
      ...record,
      totals: await store.totals(record.id),
      links: [
        { href, rel: 'self', type: 'application/json', title: record.title },
        { href: `${items}/items`, rel: 'items', type: 'application/geo+json', title: 'Bijdragen' },
        { href: items, rel: 'collection', type: 'application/json', title: 'Als OGC-collectie' },
        { href: `${href}/download`, rel: 'enclosure', type: 'application/geo+json', title: 'Alle bijdragen als bestand' },
      ],
    }
  }

  return { listConsultations: list, getConsultation: get }
}

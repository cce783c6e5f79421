/** One OGC collection per consultation: its contributions. */
import type { ConsultationRecord } from '#contract/consultation.ts'
import { type Collection, crs84 } from '#contract/ogc.ts'
import { knownConsultation } from '../consultations.ts'
import type { Implementation } from '../endpoint.ts'
import type { Dependencies } from '../service.ts'

export function collections({ store, origin }: Dependencies) {
  const root = `${origin}/api/v1/collections`

  const list: Implementation<'listCollections'> = async (request) => {
    request.accept()
    const shown = (await store.listConsultations()).map(view)
    return {
      body: { json: { collections: shown, links: [link(root, 'self', 'application/json')] } },
      cache: 'public',
      etag: 'body',
    }
  }

  const get: Implementation<'getCollection'> = async (request) => {
    request.accept()
    return { body: { json: view(await knownConsultation(store, request.params.collection)) }, cache: 'public', etag: 'body' }
  }

  function view(record: ConsultationRecord): Collection {
    const href = `${root}/${record.id}`
    return {
      id: record.id,
      title: record.title,
      description: record.question,
      extent: {
        spatial: { bbox: [record.bounds], crs: crs84 },
        temporal: {
          interval: [[`${record.period.start}T00:00:00Z`, null]],
          trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
        },
      },
      itemType: 'feature',
      crs: [crs84],
      links: [
        link(href, 'self', 'application/json'),
        link(`${href}/items`, 'items', 'application/geo+json'),
        { href: record.licence.href, rel: 'license', title: record.licence.title },
        link(`${origin}/api/v1/consultations/${record.id}`, 'describedby', 'application/json'),
        link(`${origin}/api/v1/consultations/${record.id}/download`, 'enclosure', 'application/geo+json'),
      ],
    }
  }

  return { listCollections: list, getCollection: get }
}

const link = (href: string, rel: string, type: string) => ({ href, rel, type })

/** Contributions as OGC items: newest first, or within a box; page by page. */
import { Buffer } from 'node:buffer'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ContributionCollection, ContributionFeature, Link } from '#contract/contribution.ts'
import type { Filter, PageQuery } from '#contract/parameters.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { featureOf } from '#domain/feature.ts'
import type { Page } from '#store/store.ts'
import { knownConsultation } from '../consultations.ts'
import type { Implementation } from '../endpoint.ts'
import { storeFilter, whereabouts } from '../filter.ts'
import { Refusal } from '../refusal.ts'
import type { Dependencies } from '../service.ts'

/** A Lambda's answer may be 6 MB; beyond this a page gets fewer items than asked for, which OGC allows. */
const largestPage = 5_000_000

export function items({ store, now, origin }: Dependencies) {
  const list: Implementation<'listItems'> = async (request) => {
    const { query } = request.accept()
    const consultation = await knownConsultation(store, request.params.collection)
    const { limit, next } = query
    const where = whereabouts(query, consultation.bounds)
    const read = (most: number): Promise<Page<ContributionRecord>> => {
      const page = { filter: storeFilter(query), limit: most, ...(next !== undefined && { next }) }
      return where ? store.inBBox(consultation.id, where.box, page, where.area) : store.newest(consultation.id, page)
    }
    let page = await read(limit)
    let features = page.items.map((record) => featureOf(record, consultation))
    for (let size = sizeOf(features); size > largestPage && features.length > 1; size = sizeOf(features)) {
      page = await read(Math.max(1, Math.floor((features.length * largestPage * 0.9) / size)))
      features = page.items.map((record) => featureOf(record, consultation))
    }
    const matched = next === undefined ? await matchedBy(consultation.id, query) : undefined
    const json: ContributionCollection = {
      type: 'FeatureCollection',
      features,
      links: pageLinks(request, page.next, consultation),
      timeStamp: now().toISOString(),
      // Counting is seconds behind at most, and never says less than what stands here.
      ...(matched !== undefined && { numberMatched: Math.max(matched, features.length) }),
      numberReturned: features.length,
    }
    return { body: { json }, cache: 'public' }
  }

  /** How many there are in all, where a counter knows: of everything, of one kind, village or zone. */
  async function matchedBy(
    consultation: string,
    { limit: _, next: _1, ...filter }: Filter & PageQuery,
  ): Promise<number | undefined> {
    const { kind, village, zone, ...others } = filter
    if (Object.values(others).some((value) => value !== undefined)) return undefined
    if (zone !== undefined) return kind || village !== undefined ? undefined : (await store.zoneTotals(consultation, [zone]))[0]
    if (kind && (kind.length > 1 || village !== undefined)) return undefined
    const totals = await store.totals(consultation)
    if (kind) return totals.kinds[kind[0] ?? ''] ?? 0
    return village === undefined ? totals.contributions : (totals.villages[village] ?? 0)
  }

  const get: Implementation<'getItem'> = async (request) => {
    request.accept()
    const { collection, featureId } = request.params
    const [consultation, record] = await Promise.all([knownConsultation(store, collection), store.get(featureId)])
    if (record?.state !== 'published' || record.consultation !== collection) throw new Refusal('not-found')
    const href = `${origin}/api/v1/collections/${collection}`
    const json: ContributionFeature = {
      ...featureOf(record, consultation),
      links: [
        { href: `${href}/items/${featureId}`, rel: 'self', type: 'application/geo+json' },
        { href, rel: 'collection', type: 'application/json' },
      ],
    }
    return { body: { json }, cache: 'public', etag: 'body' }
  }

  function pageLinks(request: { path: string; queryText: string }, next: string | undefined, { id }: ConsultationRecord): Link[] {
    const type = 'application/geo+json'
    const self = `${origin}${request.path}${request.queryText === '' ? '' : `?${request.queryText}`}`
    const links: Link[] = [
      { href: self, rel: 'self', type },
      { href: `${origin}/api/v1/collections/${id}`, rel: 'collection', type: 'application/json' },
    ]
    if (next === undefined) return links
    const query = new URLSearchParams(request.queryText)
    query.set('next', next)
    return [...links, { href: `${origin}${request.path}?${query}`, rel: 'next', type }]
  }

  return { listItems: list, getItem: get }
}

/** Bytes of features as they will stand in the answer. */
const sizeOf = (features: readonly ContributionFeature[]) =>
  features.reduce((sum, feature) => sum + Buffer.byteLength(JSON.stringify(feature)) + 1, 0)

/** A consultation's contributions, or a selection of them, as one streamed file. */
import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { BBox } from '#contract/geometry.ts'
import type { Filter } from '#contract/parameters.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import type { ContributionFilter } from '#store/store.ts'
import { knownConsultation } from './consultations.ts'
import type { Implementation, Implementations } from './endpoint.ts'
import { exportFormats } from './export/format.ts'
import { searchBox, storeFilter } from './filter.ts'
import type { Dependencies } from './service.ts'

/** Records per read within a box. */
const pageSize = 500

export function download({ store, now }: Pick<Dependencies, 'store' | 'now'>): Implementations<'download'> {
  const get: Implementation<'downloadContributions'> = async (request) => {
    const { query } = request.accept()
    const consultation = await knownConsultation(store, request.params.consultation)
    const format = exportFormats[query.f]
    const time = now()
    // Reading begins before the answer does: what goes wrong at once is still a problem document.
    const records = await begun(recordsOf(consultation, query))
    const file = Readable.from(format.write(records, { consultation, now: time }), { objectMode: false })
    const gzip = acceptsGzip(request.header('accept-encoding'))
    return {
      body: { stream: gzip ? compressed(file) : file },
      cache: 'private',
      headers: {
        'access-control-allow-origin': '*',
        'content-disposition': `attachment; filename="${consultation.id}-${dayOf(time)}.${format.extension}"`,
        vary: 'Accept-Encoding',
        ...(gzip && { 'content-encoding': 'gzip' }),
      },
    }
  }

  function recordsOf({ id, bounds }: ConsultationRecord, query: Filter): AsyncIterable<ContributionRecord> {
    const box = searchBox(query, bounds)
    return box ? withinBox(id, box, storeFilter(query)) : store.everything(id, storeFilter(query))
  }

  async function* withinBox(id: string, box: BBox, filter: ContributionFilter): AsyncGenerator<ContributionRecord> {
    let next: string | undefined
    do {
      const found = await store.inBBox(id, box, { filter, limit: pageSize, ...(next !== undefined && { next }) })
      yield* found.items
      next = found.next
    } while (next !== undefined)
  }

  return { downloadContributions: get }
}

/** The same records, the first of them read already. */
async function begun<T>(records: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = records[Symbol.asyncIterator]()
  const first = await iterator.next()
  return (async function* () {
    try {
      for (let result = first; !result.done; result = await iterator.next()) yield result.value
    } finally {
      await iterator.return?.()
    }
  })()
}

/** Gzipped on the way; an error in the file breaks the compressed stream too, so that the reader notices. */
function compressed(file: Readable): Readable {
  return pipeline(file, createGzip(), () => undefined)
}

/** Does an Accept-Encoding header take gzip (RFC 9110, 12.5.3)? */
export function acceptsGzip(header: string | undefined): boolean {
  return (header ?? '')
    .split(',')
    .some((coding) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$))?/i.test(coding) && !/;\s*q=0(\.0*)?\s*$/i.test(coding))
}

/** Day in the Netherlands, `2026-11-24`. */
function dayOf(time: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(time)
}

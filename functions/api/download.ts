/** A consultation's contributions, or a selection of them, as one streamed file. */
import { Readable } from 'node:stream'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { Filter } from '#contract/parameters.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { amsterdamDay } from '#domain/participation.ts'
import type { ContributionFilter } from '#store/store.ts'
import { knownConsultation } from './consultations.ts'
import type { Implementation, Implementations } from './endpoint.ts'
import { exportFormats } from './export/format.ts'
import { storeFilter, type Whereabouts, whereabouts } from './filter.ts'
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
    return {
      body: { stream: file },
      cache: 'private',
      headers: {
        'access-control-allow-origin': '*',
        'content-disposition': `attachment; filename="${consultation.id}-${amsterdamDay(time)}.${format.extension}"`,
      },
    }
  }

  function recordsOf({ id, bounds }: ConsultationRecord, query: Filter): AsyncIterable<ContributionRecord> {
    const where = whereabouts(query, bounds)
    return where ? within(id, where, storeFilter(query)) : store.everything(id, storeFilter(query))
  }

  async function* within(id: string, { box, area }: Whereabouts, filter: ContributionFilter): AsyncGenerator<ContributionRecord> {
    let next: string | undefined
    do {
      const found = await store.inBBox(id, box, { filter, limit: pageSize, ...(next !== undefined && { next }) }, area)
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

/** GeoJSON (RFC 7946), written while the records are read. */
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { featureOf } from '#domain/feature.ts'

/** Characters gathered before they are handed on: fewer, larger writes compress and send better. */
const pieceSize = 64 * 1024

async function* write(
  records: AsyncIterable<ContributionRecord>,
  { consultation, now }: { consultation: ConsultationRecord; now: Date },
): AsyncGenerator<string> {
  const { title, licence } = consultation
  const head = JSON.stringify({ type: 'FeatureCollection', title, licence, timeStamp: now.toISOString() })
  let piece = `${head.slice(0, -1)},"features":[`
  let count = 0
  for await (const record of records) {
    piece += `${count === 0 ? '\n' : ',\n'}${JSON.stringify(featureOf(record, consultation))}`
    count++
    if (piece.length >= pieceSize) {
      yield piece
      piece = ''
    }
  }
  // Written last, on purpose: a file that was broken off has no count and is not closed.
  yield `${piece}\n],"numberReturned":${count}}\n`
}

export const geojson = { media: 'application/geo+json', extension: 'geojson', write }

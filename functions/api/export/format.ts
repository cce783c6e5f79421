/** What a file format of the download is made of. A format is one file in this folder and one line in the registry below. */
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ExportFormatId } from '#contract/export.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { geojson } from './geojson.ts'

export interface ExportFormat {
  readonly media: string
  /** Of the file's name, without a dot. */
  readonly extension: string
  /** The file, piece by piece; whoever reads it sets the pace. An error in `records` ends it unfinished, so that it shows. */
  write(records: AsyncIterable<ContributionRecord>, about: { consultation: ConsultationRecord; now: Date }): AsyncIterable<string>
}

export const exportFormats = { geojson } as const satisfies Record<ExportFormatId, ExportFormat>

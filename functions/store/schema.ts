/** The one table, as data: created locally from this and deployed by cdk from this. No imports, so that cdk may read it. */

/** Attribute names of the table and its indexes, and what each index projects. */
export const tableSchema = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  stream: 'NEW_AND_OLD_IMAGES',
  indexes: {
    /** Tile and bbox: partition = consultation (or `consultation#wide`), sort = `quadkey#id`; sparse: published place entries only. */
    byPlace: {
      partitionKey: 'placePk',
      sortKey: 'placeSk',
      projection: ['id', 'kind', 'themes', 'title', 'village', 'outcome', 'shape', 'cells'],
    },
    /** Newest first per consultation: partition = consultation, sort = `createdAt#id`; sparse: published bodies only. */
    byTime: { partitionKey: 'timePk', sortKey: 'timeSk', projection: 'all' },
  },
  /** Stream records that the stream handler wants: rows whose `entity` is one of these (summaries do not feed themselves). */
  streamEntities: ['contribution'],
} as const

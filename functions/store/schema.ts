/** The one table, as data: created locally from this and deployed by cdk from this. No imports, so that cdk may read it. */

/** Attribute names of the table and its indexes, and what each index projects beside the keys. */
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
    /**
     * Newest first per consultation: partition = consultation, sort = `createdAt#id`; published bodies only. What waits for the
     * operator has partitions of its own; what is withdrawn is in none. The texts are not projected: each further kB of text would be
     * paid for twice.
     */
    byTime: {
      partitionKey: 'timePk',
      sortKey: 'timeSk',
      projection: ['id', 'kind', 'themes', 'village', 'outcome'],
    },
  },
  /** Stream records that the stream handler wants: rows whose `entity` is one of these (summaries do not feed themselves). */
  streamEntities: ['contribution'],
} as const

/** The stream's event filter in Lambda's pattern language (any one must match): cdk deploys it, local/stream.ts applies it by `meetsStreamFilter` in table.ts. */
export const streamFilters = [
  { dynamodb: { NewImage: { entity: { S: tableSchema.streamEntities } } } },
  { dynamodb: { OldImage: { entity: { S: tableSchema.streamEntities } } } },
] as const

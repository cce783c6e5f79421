/** Totals of zones: one item per zone that ever held a contribution, kept by the stream; never by reading contributions. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './client.ts'
import { InvalidPageToken } from './errors.ts'
import type { Item } from './items.ts'
import { readPageToken, writePageToken } from './page-token.ts'
import { batchSize, nameOf, readItems } from './read.ts'
import type { Page, PageRequest, ZoneTotal } from './store.ts'
import { keys, zonesRange } from './table.ts'

/** Most items that one page looks at: those that have come down to zero lie between the others. */
const mostLookedAt = 5000

/** In the order asked; a zone that nothing ever lay in has 0. @param zones `{layer}/{id}` */
export async function readZoneTotals(database: Database, consultation: string, zones: readonly string[]): Promise<number[]> {
  const wanted = [...new Set(zones)].map((zone) => keys.zoneTotal(consultation, zone))
  const slices = Array.from({ length: Math.ceil(wanted.length / batchSize) }, (_, index) =>
    wanted.slice(index * batchSize, (index + 1) * batchSize),
  )
  const found = await Promise.all(slices.map((slice) => readItems(database, slice, false)))
  const items = new Map(found.flatMap((part) => [...part]))
  return zones.map((zone) => Number(items.get(nameOf(keys.zoneTotal(consultation, zone)))?.contributions ?? 0))
}

/** One range Query per layer, layer after layer, until the page is full. */
export async function readZonesOfLayers(
  database: Database,
  consultation: string,
  layers: readonly string[],
  { limit, next }: Omit<PageRequest, 'filter'>,
): Promise<Page<ZoneTotal>> {
  const question = ['zones of layers', consultation, ...layers]
  const after = next === undefined ? undefined : readPageToken(question, next)
  if (after && !layers[after.segment]) throw new InvalidPageToken()
  const items: ZoneTotal[] = []
  let lookedAt = 0
  for (let segment = after?.segment ?? 0; segment < layers.length; segment++) {
    const layer = layers[segment] ?? ''
    let start = segment === after?.segment ? after.sk : undefined
    do {
      const page = await queryZones(database, consultation, layer, limit - items.length, start)
      items.push(...page.items.map((item) => totalOf(layer, item)).filter(({ contributions }) => contributions > 0))
      lookedAt += page.items.length
      start = page.next
      if (items.length < limit && lookedAt < mostLookedAt) continue
      const sk = String(page.items.at(-1)?.sk)
      const more = start !== undefined || segment + 1 < layers.length
      return { items, ...(more && { next: writePageToken(question, { segment, sortKey: sk, sk }) }) }
    } while (start !== undefined)
  }
  return { items }
}

async function queryZones(
  database: Database,
  consultation: string,
  layer: string,
  limit: number,
  after: string | undefined,
): Promise<{ items: Item[]; next: string | undefined }> {
  const { pk } = keys.totals(consultation)
  const { from, to } = zonesRange(layer)
  const page = await database.client.send(
    new QueryCommand({
      TableName: database.table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
      Limit: limit,
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: after } }),
    }),
  )
  const last = page.LastEvaluatedKey?.sk
  return { items: page.Items ?? [], next: last === undefined ? undefined : String(last) }
}

function totalOf(layer: string, { sk, contributions }: Item): ZoneTotal {
  return { layer, id: String(sk).slice(zonesRange(layer).from.length), contributions: Number(contributions ?? 0) }
}

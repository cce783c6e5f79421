/**
 * A data folder filled with made-up contributions a hundred times as fast as people could send them: their items are written in the
 * form of a DynamoDB export, which the embedded database reads in one go. The items are those of `npm run seed -- --count`, counted.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import type { Zone } from '#contract/catalogue.ts'
import type { ConsultationRecord } from '#contract/consultation.ts'
import { placementOf } from '#domain/cells.ts'
import { findBinary } from '#local/dynoxide.ts'
import { countersMarker } from '#local/recount.ts'
import { generatedSubmission } from '#local/seed-many.ts'
import { countedItem } from '#store/counted.ts'
import { tableInput } from '#store/create-table.ts'
import type { Item } from '#store/items.ts'
import type { Submission } from '#store/store.ts'
import { submissionItems } from '#store/submit.ts'
import { keys } from '#store/table.ts'
import { countableOf, keyOfName, tallyOf } from '#store/tally.ts'

export interface Filling {
  readonly consultation: ConsultationRecord
  readonly submissions: AsyncIterable<Submission> | Iterable<Submission>
}

/** The first `count` contributions of `npm run seed -- --count`, around villages, one in ten a line or an area. */
export async function* madeUp(
  consultation: ConsultationRecord,
  count: number,
  zones: readonly Zone[],
): AsyncGenerator<Submission> {
  const zonesAt = async () => zones
  for (let number = 0; number < count; number++) {
    yield await generatedSubmission({ consultation, shape: 'villages', lines: 0.1 }, number, zonesAt)
    if (number % 10_000 === 9999) console.error(`${consultation.id}: ${number + 1} of ${count} made`)
  }
}

/** Makes the folder's database anew, with these consultations. */
export async function fillByImport(folder: string, table: string, fillings: readonly Filling[]): Promise<void> {
  const source = join(folder, 'export')
  const data = join(source, table, 'data')
  await mkdir(data, { recursive: true })
  const schema = join(source, 'schema.json')
  await writeFile(schema, JSON.stringify({ Table: tableInput(table) }))
  for (const [number, filling] of fillings.entries()) await writeItems(join(data, `${number}.json.gz`), itemsOf(filling))
  const output = join(folder, 'database.sqlite')
  const options = ['import', '--source', source, '--schema', schema, '--output', output, '--force']
  const child = spawn(findBinary(), options, { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the import ended with ${code}`)
  await rm(source, { recursive: true })
}

/** Every item of a consultation: those of each contribution, then the counters that follow from them all. */
async function* itemsOf({ consultation, submissions }: Filling): AsyncGenerator<Item> {
  yield { ...keys.consultation(consultation.id), ...consultation }
  const shapes = { cells: false, wide: false }
  const totals = new Map<string, Record<string, number>>()
  for await (const submission of submissions) {
    const { record } = submission
    const as = countableOf(record)
    yield* submissionItems(submission)
    yield countedItem(record.id, { version: record.version, revision: 1, as })
    for (const [item, counters] of Object.entries(tallyOf(as))) {
      const own = totals.get(item) ?? {}
      totals.set(item, own)
      for (const [name, count] of Object.entries(counters)) own[name] = (own[name] ?? 0) + count
    }
    if (record.geometry && record.geometry.type !== 'Point') shapes[placementOf(record.geometry).type] = true
  }
  yield { ...keys.shapes(consultation.id), ...shapes }
  yield { ...keys.marker(countersMarker), at: new Date().toISOString() }
  for (const [item, counters] of totals) yield { ...keyOfName(item), ...counters }
}

async function writeItems(file: string, items: AsyncIterable<Item>): Promise<void> {
  const packed = createGzip({ level: 1 })
  const written = packed.pipe(createWriteStream(file))
  let lines: string[] = []
  const flush = async () => {
    if (!packed.write(lines.join(''))) await once(packed, 'drain')
    lines = []
  }
  for await (const item of items) {
    lines.push(`${JSON.stringify({ Item: marshalled(item) })}\n`)
    if (lines.length < 5000) continue
    await flush()
    await breathe()
  }
  await flush()
  packed.end()
  await once(written, 'finish')
}

type Marshalled = { [type: string]: unknown }
function marshalled(item: Readonly<Record<string, unknown>>): Record<string, Marshalled> {
  const entries = Object.entries(item).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([name, value]) => [name, marshalledValue(value)]))
}

/** A value in DynamoDB's own notation. */
function marshalledValue(value: unknown): Marshalled {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (Array.isArray(value)) return { L: value.map(marshalledValue) }
  return { M: marshalled(value as Record<string, unknown>) }
}

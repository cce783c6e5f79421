/**
 * Fills a fresh table with the example: its consultation and contributions, by the same rules and transaction as when people send
 * them. Happens once per table; a seed that was broken off goes on where it stopped, since ids and idempotency keys follow from
 * the example itself. By hand: `npm run seed`.
 */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Zone } from '#contract/catalogue.ts'
import { ConsultationRecord } from '#contract/consultation.ts'
import { ContributionDraft, type ContributionDraftInput } from '#contract/contribution.ts'
import { wordFault } from '#contract/faults.ts'
import type { Geometry } from '#contract/geometry.ts'
import type { OutcomeId } from '#contract/vocabulary.ts'
import { newContribution } from '#domain/contribution.ts'
import { draftFaults } from '#domain/draft.ts'
import { normalised } from '#domain/geometry.ts'
import { placeOf } from '#domain/place.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { openMarkers } from '#store/markers.ts'
import { openStore } from '#store/open.ts'
import type { Store, Submission } from '#store/store.ts'
import { atTable } from './at-table.ts'
import { generatedShapes } from './generated.ts'
import { OperatorError, said } from './operator-error.ts'
import { seedId, sha256 } from './seed-id.ts'
import { keyLifetime, seedMany } from './seed-many.ts'
import { readSettings } from './settings.ts'

/** One line of contributions.json. */
export interface SeedContribution {
  readonly draft: ContributionDraftInput
  /** ISO moment at which it was sent. */
  readonly createdAt: string
  readonly outcome?: OutcomeId
  readonly supports?: number
}
export interface Seed {
  readonly consultation: ConsultationRecord
  readonly contributions: readonly SeedContribution[]
}
export interface SeedOptions {
  readonly table: string
  /** Absent: the region's own. */
  readonly endpoint?: string
  readonly zonesAt: (geometry: Geometry) => Promise<readonly Zone[]>
}

export const exampleFolder: string = fileURLToPath(new URL('../../geodata/example', import.meta.url))
/** Submissions under way at once. */
const atOnce = 8

export async function readSeed(folder: string = exampleFolder): Promise<Seed> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const consultation = ConsultationRecord.parse(await read('consultation.json'))
  return { consultation, contributions: (await read('contributions.json')) as SeedContribution[] }
}

/** Returns how many contributions were put in; undefined when the table was seeded before. Throws on a line that no person could send. */
export async function seed({ consultation, contributions }: Seed, options: SeedOptions): Promise<number | undefined> {
  const markers = openMarkers(options)
  const job = `seed ${consultation.id}`
  if (await markers.isDone(job)) return undefined
  const store = openStore(options)
  await store.putConsultation(consultation)
  const queue = [...contributions.entries()]
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await put(store, consultation, next[1], next[0], options.zonesAt)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  await markers.markDone(job, new Date().toISOString())
  return contributions.length
}

async function put(
  store: Store,
  consultation: ConsultationRecord,
  line: SeedContribution,
  number: number,
  zonesAt: SeedOptions['zonesAt'],
): Promise<void> {
  const name = `${consultation.id} ${number}`
  const at = new Date(line.createdAt).toISOString()
  const id = seedId(name, at)
  if (await store.get(id)) return
  const parsed = ContributionDraft.parse(line.draft)
  const draft = { ...parsed, geometry: parsed.geometry && normalised(parsed.geometry) }
  const [fault] = draftFaults(draft, consultation, new Date(at)).map((seed) => wordFault(seed, 'en'))
  if (fault) throw new Error(`contribution ${number} of the seed: ${fault.location} ${fault.detail}`)
  const { geometry } = placeOf(draft, consultation.villages)
  const zones = geometry ? await zonesAt(geometry) : []
  const fresh = newContribution({ draft, consultation, id, at, zones })
  const record = {
    ...fresh,
    outcome: line.outcome ?? fresh.outcome,
    counts: { ...fresh.counts, supports: line.supports ?? 0 },
  }
  // Nobody holds this token: what is seeded is changed by the operator only.
  const authorToken = randomBytes(32).toString('base64url')
  const submission: Submission = {
    record,
    private: { exactGeometry: draft.geometry, authorTokenHash: sha256(authorToken) },
    authorToken,
    idempotency: {
      id: sha256(`seed|submit|${name}`),
      bodyHash: sha256(JSON.stringify(line)),
      expiresAt: Math.floor(Date.now() / 1000) + keyLifetime,
    },
    event: { at, by: 'system', role: record.role, what: 'submitted', why: 'example' },
  }
  await store.submit(submission)
}

/**
 * `npm run seed [-- [folder] [--table <name>]]`: a folder like geodata/example; a table in the cloud, else the one under DATA_DIR.
 * With `--count N [--shape villages|uniform|one-square] [--lines 0.1]`: made-up contributions to that folder's consultation.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      count: { type: 'string' },
      shape: { type: 'string', default: 'villages' },
      lines: { type: 'string', default: '0.1' },
    },
  })
  const settings = readSettings(process.env)
  const table = values.table ?? settings.table
  const geodata = openGeodata(fileSources(settings.geodataDir ?? join(resolve(settings.dataDir), 'geodata')))
  const content = await readSeed(positionals[0])
  const put = async (place: Omit<SeedOptions, 'zonesAt'>): Promise<void> => {
    const { title } = content.consultation
    const options = { ...place, zonesAt: geodata.zonesAt }
    if (values.count !== undefined) return many(content.consultation, { ...values, count: values.count }, options)
    const count = await seed(content, options)
    console.log(count === undefined ? `${title} was there already.` : `Put in ${title} with ${count} contributions.`)
  }
  await atTable(table, settings, put)
}

async function many(
  consultation: ConsultationRecord,
  asked: { readonly count: string; readonly shape: string; readonly lines: string },
  options: SeedOptions,
): Promise<void> {
  const [count, lines] = [Number(asked.count), Number(asked.lines)]
  const shape = generatedShapes.find((one) => one === asked.shape)
  if (!Number.isInteger(count) || count < 1) throw new OperatorError(`--count is "${asked.count}"; expected a whole number`)
  if (!(lines >= 0 && lines <= 1)) throw new OperatorError(`--lines is "${asked.lines}"; expected 0 to 1`)
  if (!shape) throw new OperatorError(`--shape is "${asked.shape}"; expected ${generatedShapes.join(', ')}`)
  const started = performance.now()
  let first: number | undefined
  const onProgress = (done: number): void => {
    first ??= done
    const [here, seconds] = [done - first, (performance.now() - started) / 1000]
    const left = here > 0 ? `, ${Math.ceil((seconds * (count - done)) / here)} s to go` : ''
    console.error(`${done} of ${count}${left}`)
  }
  await seedMany({ ...options, consultation, shape, lines, count, onProgress })
  console.log(`${consultation.title} holds the first ${count} made-up contributions (${shape}).`)
}

if (import.meta.main) {
  main().catch((error) => {
    console.error(said(error))
    process.exitCode = 1
  })
}

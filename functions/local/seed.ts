/**
 * Fills a fresh table with the example: its consultation and contributions, by the same rules and transaction as when people send
 * them. Happens once per table; a seed that was broken off goes on where it stopped, since ids and idempotency keys follow from
 * the example itself. By hand: `npm run seed`.
 */
import { createHash, randomBytes } from 'node:crypto'
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
import { localTable, openDatabase } from './database.ts'
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
/** Seconds that a seed's idempotency keys are kept: a day, since the ids guard it too. */
const keyLifetime = 86_400

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

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A ULID: 48 bits of time, and 80 bits that follow from the name instead of from chance. */
function seedId(name: string, createdAt: string): string {
  const time = BigInt(Date.parse(createdAt))
  const bits = BigInt(`0x${sha256(name).slice(0, 20)}`)
  const number = (time << 80n) | bits
  return Array.from({ length: 26 }, (_, index) => alphabet[Number((number >> BigInt(5 * (25 - index))) & 31n)]).join('')
}

/** `npm run seed [-- [folder] [--table <name>]]`: a folder like geodata/example; a table in the cloud, else the one under DATA_DIR. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { table: { type: 'string' } } })
  const settings = readSettings(process.env)
  const table = values.table ?? settings.table
  const geodata = openGeodata(fileSources(settings.geodataDir ?? join(resolve(settings.dataDir), 'geodata')))
  const content = await readSeed(positionals[0])
  const put = async (place: Omit<SeedOptions, 'zonesAt'>): Promise<void> => {
    const count = await seed(content, { ...place, zonesAt: geodata.zonesAt })
    const { title } = content.consultation
    console.log(count === undefined ? `${title} was there already.` : `Put in ${title} with ${count} contributions.`)
  }
  // The same rule as `npm run moderate`: a table without an endpoint is one in AWS.
  if (table !== undefined && settings.dynamodbEndpoint === undefined) return put({ table })
  const database = await openDatabase(settings.dataDir, table ?? localTable, settings.dynamodbEndpoint)
  try {
    await put({ table: table ?? localTable, endpoint: database.endpoint })
  } finally {
    await database.close()
  }
}

if (import.meta.main) await main()

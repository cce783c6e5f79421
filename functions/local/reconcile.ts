/**
 * `npm run reconcile [-- --consultation <id>] [--repair] [--table <name>]`: recounts and says where counters are off, which must be
 * nowhere. Works beside a running server and on a deployed table. Broken off, it goes on where it was (a file under DATA_DIR).
 */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type DatabaseOptions, openDatabase as openTable } from '#store/client.ts'
import { listConsultations } from '#store/consultations.ts'
import { isRight, type Progress, type Reconciliation, reconcile, repair } from '#store/reconcile.ts'
import { atTable } from './at-table.ts'
import { OperatorError, said } from './operator-error.ts'
import { readSettings } from './settings.ts'

/** Milliseconds between two notes of how far it is. */
const noteInterval = 5000
/** Milliseconds after which a note is too old to go on from: too much has changed since. */
const noteLifetime = 24 * 60 * 60 * 1000
/** Most lines of drift that are printed. */
const mostLines = 100

export interface ReconcileOptions extends DatabaseOptions {
  /** Absent: every one. */
  readonly consultation?: string
  readonly repair: boolean
  /** Folder for notes of how far it is. */
  readonly notes: string
  /** Milliseconds between two of them; 0: after every page. */
  readonly noteInterval?: number
  readonly say: (line: string) => void
}

/** Returns how many consultations are off (and are not repaired). */
export async function reconcileAll(options: ReconcileOptions): Promise<number> {
  const database = openTable(options)
  const known = (await listConsultations(database)).map(({ id }) => id)
  const wanted = options.consultation === undefined ? known : known.filter((id) => id === options.consultation)
  if (wanted.length === 0) throw new OperatorError('Er is geen participatietraject om na te tellen.')
  let off = 0
  for (const id of wanted) {
    const found = await reconcileOne(options, id)
    for (const line of lines(id, found)) options.say(line)
    if (isRight(found)) continue
    if (options.repair)
      options.say(
        `${id}: ${await repair(database, id, found)} tellers hersteld, ${found.uncounted.length} bijdragen alsnog geteld`,
      )
    else off++
  }
  return off
}

async function reconcileOne(options: ReconcileOptions, consultation: string): Promise<Reconciliation> {
  // Of one table only: the same consultation may lie on this machine and in the cloud.
  const place = options.endpoint === undefined ? 'cloud' : 'local'
  const file = join(options.notes, `reconcile-${place}-${options.table}-${consultation}.json`)
  await mkdir(options.notes, { recursive: true })
  const earlier = await readNote(file)
  if (earlier) options.say(`${consultation}: gaat verder na ${earlier.contributions} bijdragen`)
  let noted = performance.now()
  const found = await reconcile(openTable(options), consultation, earlier, async (progress) => {
    if (performance.now() - noted < (options.noteInterval ?? noteInterval) || !progress.next) return
    noted = performance.now()
    await writeFile(`${file}.new`, JSON.stringify(progress))
    await rename(`${file}.new`, file)
    options.say(`${consultation}: ${progress.contributions} bijdragen nageteld …`)
  })
  await rm(file, { force: true })
  return found
}

async function readNote(file: string): Promise<Progress | undefined> {
  try {
    const { mtimeMs } = await stat(file)
    return Date.now() - mtimeMs > noteLifetime ? undefined : (JSON.parse(await readFile(file, 'utf8')) as Progress)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function lines(consultation: string, { contributions, uncounted, unannounced, drift, unsettled }: Reconciliation): string[] {
  const drifting = Object.entries(drift).flatMap(([item, counters]) =>
    Object.entries(counters).map(
      ([counter, more]) =>
        `  ${item} ${counter}: ${more > 0 ? '+' : ''}${more}${unsettled.includes(item) ? ' (veranderde tijdens het tellen)' : ''}`,
    ),
  )
  return [
    `${consultation}: ${contributions} bijdragen, ${uncounted.length} nog niet goed geteld, ${drifting.length} tellers wijken af`,
    ...unannounced.map((shape) => `  vormen (${shape}) staan niet aangekondigd: tegels tonen ze niet`),
    ...uncounted.slice(0, mostLines).map((id) => `  bijdrage ${id}`),
    ...drifting.slice(0, mostLines),
    ...(drifting.length > mostLines ? [`  … en ${drifting.length - mostLines} andere`] : []),
  ]
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { consultation: { type: 'string' }, repair: { type: 'boolean', default: false }, table: { type: 'string' } },
  })
  const settings = readSettings(process.env)
  const run = async (place: DatabaseOptions): Promise<void> => {
    const off = await reconcileAll({
      ...place,
      ...(values.consultation !== undefined && { consultation: values.consultation }),
      repair: values.repair,
      notes: settings.dataDir,
      say: console.log,
    })
    if (off > 0) process.exitCode = 1
  }
  await atTable(values.table ?? settings.table, settings, run)
}

if (import.meta.main) {
  main().catch((error) => {
    console.error(said(error))
    process.exitCode = 1
  })
}

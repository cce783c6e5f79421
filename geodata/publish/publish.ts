/**
 * Publishing a built catalogue: first the files that the bucket lacks, then the catalogue that names them, so that whoever reads
 * meanwhile finds the old one or the new one, each with its files. May be broken off anywhere and run again: what is there stays.
 * Deletes nothing; see prune.ts.
 */
import type { Catalogue } from '#contract/catalogue.ts'
import { catalogueFile } from '#geo/catalogue.ts'
import { InputError } from '../importer.ts'
import type { Progress } from '../progress.ts'
import type { GeodataBucket, Stored } from './bucket.ts'
import { type Built, type BuiltFile, parsed, verify } from './files.ts'

/** The catalogue that was replaced last: its files are still read by pages that are open. */
export const previousFile = 'catalogue.previous.json'
/** Files under way at once. */
const atOnce = 4

/** What publishing would change, or has changed. */
export interface Plan {
  readonly built: Built
  /** Files that the bucket lacks, or holds in another size. */
  readonly lacking: readonly BuiltFile[]
  readonly documents: { readonly added: string[]; readonly changed: string[]; readonly gone: string[] }
  /** Etag and text of the live catalogue; undefined where none was published yet. */
  readonly live: { readonly text: string; readonly etag: string } | undefined
  /** Is the live catalogue another one? Also where it is of another version of this program, and nobody can say what differs. */
  readonly replaces: boolean
}

/** Looks, and changes nothing. @throws {InputError} */
export async function plan(bucket: GeodataBucket, built: Built): Promise<Plan> {
  const live = await bucket.read(catalogueFile)
  const stored = await bucket.list()
  const before = live && understood(live.text)
  return {
    built,
    live,
    lacking: lackingIn(stored, built.files),
    documents: difference(before, built.catalogue),
    replaces: live?.text !== built.text,
  }
}

/** A catalogue that an older or newer version published must not stand in the way of a new one. */
function understood(text: string): Catalogue | undefined {
  try {
    return parsed(text, 'the live catalogue')
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const lackingIn = (stored: ReadonlyMap<string, Stored>, files: readonly BuiltFile[]): BuiltFile[] =>
  files.filter(({ name, size }) => stored.get(name)?.size !== size)

function difference(before: Catalogue | undefined, after: Catalogue): Plan['documents'] {
  const was = new Map((before?.documents ?? []).map((document) => [document.id, JSON.stringify(document)]))
  const is = new Map(after.documents.map((document) => [document.id, JSON.stringify(document)]))
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    changed: [...is].flatMap(([id, entry]) => (was.has(id) && was.get(id) !== entry ? [id] : [])),
    gone: [...was.keys()].filter((id) => !is.has(id)),
  }
}

/** @throws {InputError} when somebody else has published since the plan was made */
export async function publish(
  bucket: GeodataBucket,
  { built, lacking, live, replaces }: Pick<Plan, 'built' | 'lacking' | 'live' | 'replaces'>,
  progress: Progress,
): Promise<void> {
  await putAll(bucket, lacking, progress)
  if (!replaces) return
  if (live) await bucket.write(previousFile, live.text)
  if (!(await bucket.replace(catalogueFile, built.text, live?.etag))) {
    // An answer that was lost looks like another's success.
    const now = await bucket.read(catalogueFile)
    if (now?.text !== built.text)
      throw new InputError(
        'Somebody else has published meanwhile, and nothing of theirs was overwritten. See what is live, and run the command again.',
      )
  }
  // Somebody who pruned at the same time saw files that no catalogue named yet.
  await putAll(bucket, lackingIn(await bucket.list(), built.files), progress)
}

async function putAll(bucket: GeodataBucket, files: readonly BuiltFile[], progress: Progress): Promise<void> {
  if (files.length === 0) return
  progress.start('uploading', files.length)
  try {
    const queue = files.values()
    const worker = async () => {
      for (const file of queue) {
        await verify(file)
        await bucket.put(file)
        progress.step(file.name)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    progress.stop()
  }
}

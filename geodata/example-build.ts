/** Builds the hand-written example: its documents and its background map, when they have changed. */
import { createHash } from 'node:crypto'
import { open, readdir, readFile, rename } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { CategoryId } from '#contract/ids.ts'
import { addDocument } from './add.ts'
import { buildBasemap } from './build/basemap.ts'
import { commit, readCatalogue } from './catalogue-file.ts'
import { InputError } from './importer.ts'
import type { Progress } from './progress.ts'
import { removeDocument } from './remove.ts'
import { StyleShape } from './sidecar.ts'
import { inWorkFolder } from './work-folder.ts'

/** Paths are relative to the list itself. */
const ExampleList = z.strictObject({
  documents: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      category: CategoryId,
      authority: z.string(),
      version: z.string(),
      date: z.iso.date(),
      source: z.string(),
      licence: z.string(),
      example: z.literal(true),
      path: z.string(),
      texts: z.optional(z.string()),
      layers: z.optional(z.record(z.string(), z.strictObject(StyleShape))),
    }),
  ),
  basemap: z.strictObject({ path: z.string(), attribution: z.string() }),
})

const exampleList = fileURLToPath(new URL('example/example.json', import.meta.url))
/** Says from which state of the example, and of this program, the target was built. */
const stampFile = 'example.stamp'

/**
 * Builds the example into `target`, beside whatever was added there. Quick when nothing changed.
 * @returns whether anything was built
 * @throws {InputError} when the example itself is at fault: also for what an ordinary import would only report
 */
export async function buildExample(target: string, progress: Progress, list = exampleList): Promise<boolean> {
  const parsed = ExampleList.safeParse(JSON.parse(await readFile(list, 'utf8')))
  if (!parsed.success)
    throw new InputError(`${list}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`)
  const { documents, basemap } = parsed.data
  const fingerprint = await fingerprintOf([dirname(list), dirname(fileURLToPath(import.meta.url))])
  if (await isCurrent(target, fingerprint, documents)) return false
  for (const { id, path, texts, layers, example, ...metadata } of documents) {
    const input = resolve(dirname(list), path)
    const { report } = await addDocument(
      { input, target, id, metadata, texts, ...(layers ? { layers } : {}), example, today: metadata.date },
      progress,
    )
    const [fault] = report.skipped
    if (fault) throw new InputError(`${path}: ${fault.subject}: ${fault.reason}`)
  }
  await inWorkFolder(target, async (work) => {
    const built = await buildBasemap(resolve(dirname(list), basemap.path), basemap.attribution, work, progress)
    await commit(target, work, [built.tiles], (catalogue) => ({ ...catalogue, basemap: built }))
  })
  for (const { id, example } of (await readCatalogue(target)).documents) {
    if (example && !documents.some((document) => document.id === id)) await removeDocument(target, id)
  }
  await writeStamp(target, fingerprint)
  return true
}

async function isCurrent(target: string, fingerprint: string, documents: readonly { readonly id: string }[]): Promise<boolean> {
  const stamp = await readFile(join(target, stampFile), 'utf8').catch(() => '')
  if (stamp !== fingerprint) return false
  const catalogue = await readCatalogue(target)
  return catalogue.basemap !== null && documents.every(({ id }) => catalogue.documents.some((document) => document.id === id))
}

/** Hash of the names and contents of all files: of the example, and of the program that builds it. */
async function fingerprintOf(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.sort())
      hash
        .update(file.slice(folder.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  }
  return hash.digest('hex')
}

async function writeStamp(target: string, fingerprint: string): Promise<void> {
  const temporary = join(target, `${stampFile}.part`)
  const file = await open(temporary, 'w')
  await file.writeFile(fingerprint)
  await file.sync()
  await file.close()
  await rename(temporary, join(target, stampFile))
}

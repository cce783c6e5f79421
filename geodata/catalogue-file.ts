/** The catalogue on disk: read, changed under the lock, and replaced in one step. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Catalogue } from '#contract/catalogue.ts'
import { catalogueFile } from '#geo/catalogue.ts'
import { InputError } from './importer.ts'
import { withLock } from './lock.ts'

/** The catalogue in `target`; an empty one where there is none. @throws {InputError} when it is not a catalogue */
export async function readCatalogue(target: string): Promise<Catalogue> {
  const path = join(target, catalogueFile)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { basemap: null, documents: [] }
    throw error
  }
  try {
    return Catalogue.parse(JSON.parse(text))
  } catch (cause) {
    throw new InputError(`${path}: not a catalogue of this version; move the folder away and add the documents again`, { cause })
  }
}

/**
 * Puts files from `work` into `target` and changes the catalogue; then removes what no longer belongs to it. Readers see the old catalogue or the
 * new one, each with its files in place.
 */
export async function commit(
  target: string,
  work: string | undefined,
  files: readonly string[],
  change: (catalogue: Catalogue) => Catalogue,
): Promise<void> {
  await mkdir(target, { recursive: true })
  await withLock(target, async () => {
    const changed = Catalogue.parse(change(await readCatalogue(target)))
    if (work !== undefined) for (const file of new Set(files)) await rename(join(work, file), join(target, file))
    await replace(target, `${JSON.stringify(changed, null, 1)}\n`)
    await removeStrays(target, changed)
  })
}

async function replace(target: string, text: string): Promise<void> {
  const temporary = join(target, `${catalogueFile}.part`)
  const file = await open(temporary, 'w')
  await file.writeFile(text)
  await file.sync()
  await file.close()
  await rename(temporary, join(target, catalogueFile))
  // The names themselves are on disk only when their folder is.
  const folder = await open(target)
  await folder.sync()
  await folder.close()
}

/** Names of every file that the catalogue names. */
export function filesOf({ basemap, documents }: Catalogue): Set<string> {
  const named = documents.flatMap(({ tiles, zones, text, layers }) => [
    tiles,
    zones,
    ...(text === undefined ? [] : [text]),
    ...layers.map((layer) => layer.download),
  ])
  return new Set(basemap ? [...named, basemap.tiles] : named)
}

/** Files of earlier builds, also of one that was broken off between its files and its catalogue. */
async function removeStrays(target: string, catalogue: Catalogue): Promise<void> {
  const kept = filesOf(catalogue)
  for (const name of await readdir(target)) {
    if (/\.(pmtiles|fgb)$|\.text\.[0-9a-f]+\.json$/.test(name) && !kept.has(name)) await rm(join(target, name), { force: true })
  }
}

/** Removing files that nobody asks for any more: neither the live catalogue nor the one before it names them. */
import { catalogueFile } from '#geo/catalogue.ts'
import { filesOf } from '../catalogue-file.ts'
import { InputError } from '../importer.ts'
import type { GeodataBucket } from './bucket.ts'
import { isImmutable, parsed } from './files.ts'
import { previousFile } from './publish.ts'

/** Milliseconds that a file stays in any case: somebody may be publishing the catalogue that names it. */
const youngest = 24 * 60 * 60 * 1000

export interface Strays {
  readonly names: readonly string[]
  /** Bytes. */
  readonly size: number
}

/** @param now milliseconds since 1970. @throws {InputError} where there is no catalogue to go by */
export async function findStrays(bucket: GeodataBucket, now: number): Promise<Strays> {
  const stored = await bucket.list()
  // After the list: what was put there since is not in it, and what a newer catalogue names is in its own list.
  const [live, previous] = await Promise.all([bucket.read(catalogueFile), bucket.read(previousFile)])
  if (!live) throw new InputError('There is no live catalogue, so nothing says which files are in use.')
  const named = new Set([live, previous].flatMap((one) => (one ? [...filesOf(parsed(one.text, 'a published catalogue'))] : [])))
  const strays = [...stored].filter(([name, { at }]) => isImmutable(name) && !named.has(name) && now - at.getTime() > youngest)
  return { names: strays.map(([name]) => name), size: strays.reduce((sum, [, { size }]) => sum + size, 0) }
}

/** A package that is a folder, or a single file. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { InputError } from '../importer.ts'
import type { Package } from './package.ts'

export async function openFolder(folder: string): Promise<Package> {
  const root = resolve(folder)
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  const sizes = new Map<string, number>()
  for (const entry of entries) {
    // Links are not followed: a folder that was handed over may point anywhere.
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    sizes.set(relative(root, path).split(sep).join('/'), (await stat(path)).size)
  }
  return packageOf(basename(root), root, sizes)
}

/** A single file, with the sidecar beside it. */
export async function openSingle(file: string, size: number): Promise<Package> {
  const path = resolve(file)
  const sizes = new Map([[basename(path), size]])
  const sidecar = `${basename(path).replace(/\.[^.]+$/, '')}.layer.json`
  const found = await stat(join(dirname(path), sidecar)).catch(() => undefined)
  if (found?.isFile()) sizes.set(sidecar, found.size)
  return packageOf(basename(path), dirname(path), sizes)
}

function packageOf(name: string, root: string, sizes: ReadonlyMap<string, number>): Package {
  return {
    name,
    source: name,
    names: [...sizes.keys()].sort(),
    size: (path) => sizes.get(path) ?? 0,
    async read(path) {
      if (!sizes.has(path)) throw new InputError(`${name}: has no file ${path}`)
      return createReadStream(join(root, path))
    },
    close: async () => {},
  }
}

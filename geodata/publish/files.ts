/** What a built catalogue needs published: every file that it names, each with its content's hash in its name. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Catalogue } from '#contract/catalogue.ts'
import { catalogueFile } from '#geo/catalogue.ts'
import { filesOf } from '../catalogue-file.ts'
import { InputError } from '../importer.ts'

/** `{what}.{first ten digits of the content's SHA-256}.{extension}`, as the builder names them. */
const immutable = /\.([0-9a-f]{10})\.(pmtiles|fgb|json)$/

const mediaTypes: Readonly<Record<string, string>> = {
  pmtiles: 'application/vnd.pmtiles',
  fgb: 'application/vnd.flatgeobuf',
  json: 'application/json',
}

export const isImmutable = (name: string): boolean => immutable.test(name)
export const mediaTypeOf = (name: string): string =>
  mediaTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'

export interface BuiltFile {
  readonly name: string
  readonly path: string
  /** Bytes. */
  readonly size: number
}
export interface Built {
  readonly catalogue: Catalogue
  /** The catalogue's own bytes. */
  readonly text: string
  readonly files: readonly BuiltFile[]
}

/** @throws {InputError} where there is no catalogue, it is not one, or a file of it is missing or not named by its content */
export async function readBuilt(folder: string): Promise<Built> {
  const text = await readFile(join(folder, catalogueFile), 'utf8').catch((cause: Error) => {
    throw new InputError(
      `${folder} holds no ${catalogueFile}: build one with npm run geodata -- add, or name another GEODATA_DIR`,
      {
        cause,
      },
    )
  })
  const catalogue = parsed(text, join(folder, catalogueFile))
  const names = [...filesOf(catalogue)].sort()
  const mutable = names.filter((name) => !isImmutable(name))
  if (mutable.length > 0)
    throw new InputError(`not named by their content, so caches would keep an old one for ever: ${mutable.join(', ')}`)
  return { catalogue, text, files: await Promise.all(names.map((name) => fileOf(folder, name))) }
}

/** @param from says where the text comes from. @throws {InputError} */
export function parsed(text: string, from: string): Catalogue {
  try {
    return Catalogue.parse(JSON.parse(text))
  } catch (cause) {
    throw new InputError(`${from}: not a catalogue of this version`, { cause })
  }
}

async function fileOf(folder: string, name: string): Promise<BuiltFile> {
  const path = join(folder, name)
  try {
    return { name, path, size: (await stat(path)).size }
  } catch (cause) {
    throw new InputError(`${path} is missing, though the catalogue names it: add its document again`, { cause })
  }
}

/** @throws {InputError} when the content is not what its name says: what was copied half would stay in caches for a year */
export async function verify({ name, path }: BuiltFile): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  if (!hash.digest('hex').startsWith(immutable.exec(name)?.[1] ?? '-'))
    throw new InputError(`${path} is damaged: its content is not what its name says; add its document again`)
}

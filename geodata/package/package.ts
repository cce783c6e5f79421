/** A package of source files: one file, a folder, a zip, or what lies at an address. Nothing is unpacked to disk. */
import { stat } from 'node:fs/promises'
import { InputError } from '../importer.ts'
import { download } from './download.ts'
import { openFolder, openSingle } from './folder.ts'
import { openZip } from './zip.ts'

export interface Package {
  /** For messages and as default title: the file's or folder's name. */
  readonly name: string
  /** Where it came from, for people: a name or an address. */
  readonly source: string
  /** Paths of the files in it, `/` between folders, sorted. */
  readonly names: readonly string[]
  /** Bytes of the file when unpacked. */
  size(name: string): number
  read(name: string): Promise<AsyncIterable<Uint8Array>>
  close(): Promise<void>
}

/** @throws {InputError} */
export async function openPackage(input: string): Promise<Package> {
  if (/^https?:\/\//i.test(input)) return download(input)
  const found = await stat(input).catch((cause: unknown) => {
    throw new InputError(`${input}: no such file or folder`, { cause })
  })
  if (found.isDirectory()) return openFolder(input)
  return /\.zip$/i.test(input) ? openZip(input) : openSingle(input, found.size)
}

/** Whole text of a file, which must be UTF-8. @throws {InputError} above `maxBytes` */
export async function readText(source: Package, name: string, maxBytes: number): Promise<string> {
  if (source.size(name) > maxBytes) {
    throw new InputError(
      `${name}: ${source.size(name)} bytes; at most ${maxBytes} are read at once, split it or convert it first`,
    )
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  try {
    for await (const chunk of await source.read(name)) text += decoder.decode(chunk, { stream: true })
    return text + decoder.decode()
  } catch (cause) {
    if (cause instanceof TypeError) throw new InputError(`${name}: not UTF-8`, { cause })
    throw cause
  }
}

/** Last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Name without folders and extension. */
export function stem(path: string): string {
  return baseName(path).replace(/\.[^.]+$/, '')
}

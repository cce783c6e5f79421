/** A package that is a zip, read entry by entry without unpacking to disk. */
import { basename } from 'node:path'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { InputError } from '../importer.ts'
import type { Package } from './package.ts'

/** Beyond these a zip is taken for a bomb. The delivery of a province's by-law has 280 entries, 120 MB, ratio 12. */
export const zipLimits = {
  entries: 20_000,
  /** Unpacked bytes, all entries together. */
  total: 4 * 2 ** 30,
  /** Unpacked over packed size of an entry above 1 MB: GML text packs 5 to 15 times. */
  ratio: 100,
}
export type ZipLimits = typeof zipLimits

/** Entries with a path out of the package, encrypted ones and bombs are refused. @throws {InputError} */
export async function openZip(path: string, limits: ZipLimits = zipLimits, source = basename(path)): Promise<Package> {
  const name = basename(source)
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false }).catch((cause: unknown) => {
    throw new InputError(`${name}: not a readable zip (${messageOf(cause)})`, { cause })
  })
  try {
    const entries = await entriesOf(zip, name, limits)
    return {
      name,
      source,
      names: [...entries.keys()].sort(),
      size: (entry) => entries.get(entry)?.uncompressedSize ?? 0,
      async read(entry) {
        const found = entries.get(entry)
        if (!found) throw new InputError(`${name}: has no file ${entry}`)
        // yauzl ends the stream with an error when an entry unpacks to more than it declares.
        return zip.openReadStreamPromise(found)
      },
      close: async () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function entriesOf(zip: ZipFile, name: string, limits: ZipLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) {
    throw new InputError(`${name}: ${zip.entryCount} entries; at most ${limits.entries} are accepted`)
  }
  const entries = new Map<string, Entry>()
  let total = 0
  for await (const entry of listed(zip, name)) {
    if (entry.fileName.endsWith('/')) continue
    if (entry.isEncrypted()) throw new InputError(`${name}: ${entry.fileName} is encrypted; give a zip without a password`)
    total += entry.uncompressedSize
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (entry.uncompressedSize > 2 ** 20 && ratio > limits.ratio) {
      throw new InputError(
        `${name}: ${entry.fileName} unpacks to ${Math.round(ratio)} times its size (at most ${limits.ratio}): refused as a zip bomb`,
      )
    }
    if (total > limits.total) throw new InputError(`${name}: unpacks to more than ${limits.total} bytes: refused as a zip bomb`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

async function* listed(zip: ZipFile, name: string): AsyncGenerator<Entry> {
  for (let count = 0; count < zip.entryCount; count++) yield await next(zip, name)
}

function next(zip: ZipFile, name: string): Promise<Entry> {
  return new Promise((resolve, reject) => {
    // yauzl itself refuses names that are absolute, hold `..` or a backslash.
    const failed = (cause: unknown) => reject(new InputError(`${name}: refused, ${messageOf(cause)}`, { cause }))
    zip.once('error', failed)
    zip.once('entry', (entry: Entry) => {
      zip.removeListener('error', failed)
      resolve(entry)
    })
    zip.readEntry()
  })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

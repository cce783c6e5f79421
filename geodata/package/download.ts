/** A package that lies at an http(s) address: fetched into a temporary file first. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputError } from '../importer.ts'
import { openSingle } from './folder.ts'
import type { Package } from './package.ts'
import { openZip, zipLimits } from './zip.ts'

/** Bytes; more is better fetched by hand. */
const largest = 1 * 2 ** 30

/** @throws {InputError} when there is no good answer */
export async function download(address: string): Promise<Package> {
  const url = new URL(address)
  const response = await fetch(url, {
    headers: { accept: 'application/geo+json, application/json, application/zip, */*;q=0.5' },
  }).catch((cause: unknown) => {
    throw new InputError(`${address}: no answer`, { cause })
  })
  if (!response.ok || !response.body) throw new InputError(`${address}: HTTP ${response.status}`)
  const folder = await mkdtemp(join(tmpdir(), 'vliegwiel-'))
  const clean = () => rm(folder, { recursive: true, force: true })
  try {
    const file = join(folder, fileName(url))
    await pipeline(Readable.fromWeb(response.body), limited(address), createWriteStream(file))
    const opened = (await isZip(file))
      ? await openZip(file, zipLimits, basename(file))
      : await openSingle(file, (await stat(file)).size)
    return { ...opened, source: address, close: () => opened.close().then(clean) }
  } catch (error) {
    await clean()
    throw error
  }
}

/** Last part of the path, without what a file system might take amiss; GeoJSON unless the name says otherwise. */
function fileName(url: URL): string {
  const last = decodeURIComponent(basename(url.pathname))
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^\.+/, '')
  return /\.[a-z]+$/i.test(last) ? last : `${last || url.hostname}.geojson`
}

function limited(address: string): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      size += chunk.byteLength
      done(
        size > largest ? new InputError(`${address}: more than ${largest} bytes; fetch it by hand and add the file`) : null,
        chunk,
      )
    },
  })
}

async function isZip(path: string): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer } = await handle.read(new Uint8Array(4), 0, 4, 0)
    return buffer[0] === 0x50 && buffer[1] === 0x4b
  } finally {
    await handle.close()
  }
}

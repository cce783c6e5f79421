/** What tests of publishing share: a catalogue to publish, the command, and what must hold of the bucket at every moment. */
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { Catalogue } from '#contract/catalogue.ts'
import { addDocument } from '#geodata/add.ts'
import { filesOf, readCatalogue } from '#geodata/catalogue-file.ts'
import { InputError } from '#geodata/importer.ts'
import { silent } from '#geodata/progress.ts'
import { publishCommand } from '#geodata/publish/command.ts'
import { collection, folderOf, square, temporaryFolder } from './fixture.ts'
import type { S3Server } from './s3-server.ts'

export const cli = fileURLToPath(new URL('../../geodata/cli.ts', import.meta.url))
export const live = 'geodata/catalogue.json'
export const previous = 'geodata/catalogue.previous.json'

export function environment(s3: S3Server, target: string): NodeJS.ProcessEnv {
  const keys = { AWS_ACCESS_KEY_ID: 'sleutel', AWS_SECRET_ACCESS_KEY: 'geheim', AWS_SESSION_TOKEN: '' }
  return { PATH: process.env.PATH, GEODATA_DIR: target, AWS_ENDPOINT_URL_S3: s3.endpoint, ...keys }
}

export interface Ran {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** As a person would, in a process of its own. */
export function command(s3: S3Server, target: string, ...args: string[]): Promise<Ran> {
  const all = [cli, 'publish', '--bucket', 'kaart', '--region', 'eu-central-1', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env: environment(s3, target) }, (error, output, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output, errors }),
    )
  })
}

/** The same in this process, which is quicker. */
export async function publish(s3: S3Server, folder: string, ...args: ('--yes' | '--prune' | '--dry-run')[]): Promise<Ran> {
  Object.assign(process.env, environment(s3, folder))
  const lines: string[] = []
  const chosen = { yes: args.includes('--yes'), prune: args.includes('--prune'), dryRun: args.includes('--dry-run') }
  const request = { folder, bucket: 'kaart', region: 'eu-central-1', ...chosen }
  try {
    await publishCommand(request, silent, (line) => lines.push(line))
    return { code: 0, output: lines.join('\n'), errors: '' }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { code: 1, output: lines.join('\n'), errors: error.message }
  }
}

export async function add(target: string, id: string, x: number): Promise<void> {
  const area = { id: 'a', properties: { naam: 'Gebied' }, geometry: { type: 'Polygon', coordinates: square(x, 52, 0.01) } }
  const input = await folderOf({ 'gebied.geojson': collection([area]) })
  await addDocument({ input, target, id, today: '2026-11-24', metadata: { version: String(x) } }, silent)
}
export async function built(...ids: string[]): Promise<string> {
  const target = await temporaryFolder()
  for (const [index, id] of ids.entries()) await add(target, id, 5.1 + index / 10)
  return target
}
export const textOf = (s3: S3Server, key: string): string => s3.objects.get(key)?.body.toString() ?? ''

/** The live catalogue has all its files, each whole. */
export function expectComplete(s3: S3Server): void {
  const catalogue = Catalogue.parse(JSON.parse(textOf(s3, live)))
  for (const name of filesOf(catalogue)) {
    const hash = createHash('sha256')
      .update(s3.objects.get(`geodata/${name}`)?.body ?? '')
      .digest('hex')
    expect(name).toContain(`.${hash.slice(0, 10)}.`)
  }
}

/** A file of this many bytes, as one more download of the first layer. */
export async function withLargeFile(target: string, size: number): Promise<string> {
  const bytes = randomBytes(size)
  const name = `groot.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.fgb`
  await writeFile(join(target, name), bytes)
  const catalogue = await readCatalogue(target)
  const [document] = catalogue.documents
  const [layer] = document?.layers ?? []
  if (!document || !layer) throw new Error('nothing built')
  const layers = [{ ...layer, download: name }]
  const changed = { ...catalogue, documents: [{ ...document, layers }, ...catalogue.documents.slice(1)] }
  await writeFile(join(target, 'catalogue.json'), JSON.stringify(changed))
  return name
}

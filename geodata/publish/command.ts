/** `npm run geodata -- publish`: says what is new, asks before anything leaves the site, publishes, and perhaps prunes. */
import { createInterface } from 'node:readline/promises'
import { InputError } from '../importer.ts'
import type { Progress } from '../progress.ts'
import { openBucket } from './bucket.ts'
import { readBuilt } from './files.ts'
import { findStrays } from './prune.ts'
import { type Plan, plan, publish } from './publish.ts'

export interface PublishRequest {
  /** Folder of the built catalogue. */
  readonly folder: string
  readonly bucket: string
  readonly region?: string | undefined
  readonly dryRun: boolean
  readonly prune: boolean
  /** Nobody is asked: yes to all. */
  readonly yes: boolean
}

/** @throws {InputError} */
export async function publishCommand(request: PublishRequest, progress: Progress, print: (line: string) => void): Promise<void> {
  const built = await readBuilt(request.folder)
  const bucket = openBucket(request)
  try {
    const planned = await plan(bucket, built)
    for (const line of linesOf(planned)) print(line)
    if (!request.dryRun) {
      const { gone } = planned.documents
      if (gone.length > 0) await agree(request, `Take ${gone.join(', ')} off the site?`)
      await publish(bucket, planned, progress)
      print(doneLine(planned, request.bucket))
    }
    if (request.prune) {
      const { names, size } = await findStrays(bucket, Date.now())
      print(`${names.length} files that no catalogue names any more (${megabytes(size)})${names.length > 0 ? ':' : ''}`)
      for (const name of names) print(`  ${name}`)
      if (request.dryRun || names.length === 0) return
      await agree(request, `Remove these ${names.length} files for good?`)
      await bucket.remove(names)
      print(`removed ${names.length} files`)
    }
  } finally {
    bucket.close()
  }
}

function linesOf({ built, lacking, documents, live }: Plan): string[] {
  const sum = lacking.reduce((total, { size }) => total + size, 0)
  return [
    ...documents.added.map((id) => `new: ${id}`),
    ...documents.changed.map((id) => `changed: ${id}`),
    ...documents.gone.map((id) => `gone: ${id}`),
    ...(live ? [] : ['the first catalogue of this site']),
    ...lacking.map(({ name, size }) => `  ${name} (${megabytes(size)})`),
    `${lacking.length} of ${built.files.length} files to upload, ${megabytes(sum)}`,
  ]
}

function doneLine({ lacking, replaces }: Plan, bucket: string): string {
  if (!replaces) return lacking.length > 0 ? `${bucket} is complete again` : `${bucket} is up to date`
  return `published in ${bucket}; contributions are joined anew in the next minutes, if their zones have changed`
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

async function agree({ yes }: PublishRequest, question: string): Promise<void> {
  if (yes) return
  if (!process.stdin.isTTY) throw new InputError(`${question} Nobody is there to ask: run it in a terminal, or with --yes.`)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`${question} Type yes: `)
    if (answer.trim().toLowerCase() !== 'yes') throw new InputError('Nothing was changed by that.')
  } finally {
    terminal.close()
  }
}

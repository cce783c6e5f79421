/** The bucket that CloudFront serves below /geodata/. The one place outside of functions/store that knows the AWS SDK. */
import { createReadStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { InputError } from '../importer.ts'
import { type BuiltFile, mediaTypeOf } from './files.ts'

/** The path below which CloudFront serves the bucket (cdk/site.ts). */
const prefix = 'geodata/'
/** Named by its content: kept for a year without asking. */
const forever = 'public, max-age=31536000, immutable'
/** Kept, but asked after each time. */
const askFirst = 'no-cache'
/** Bytes of one part of a large file; what is smaller goes in one piece. */
const partSize = 16 * 1024 * 1024
/** Parts of a file under way at once, each in memory. */
const partsAtOnce = 2
const attempts = 4
/** Most keys of one DeleteObjects (S3's limit). */
const mostKeys = 1000

export interface Stored {
  readonly size: number
  /** When it was put there. */
  readonly at: Date
}
export interface GeodataBucket {
  /** Everything that lies there, by name. */
  list(): Promise<Map<string, Stored>>
  /** A small file as text; undefined where there is none. */
  read(name: string): Promise<{ readonly text: string; readonly etag: string } | undefined>
  /** Puts a file that is named by its content. */
  put(file: BuiltFile): Promise<void>
  /** Writes a file that changes. @param before its etag, or undefined for none: false where that is no longer so */
  replace(name: string, text: string, before: string | undefined): Promise<boolean>
  /** Writes a file that changes, whatever is there. */
  write(name: string, text: string): Promise<void>
  remove(names: readonly string[]): Promise<void>
  close(): void
}

export function openBucket({ bucket, region }: { readonly bucket: string; readonly region?: string | undefined }): GeodataBucket {
  // Each request is tried again by the SDK itself.
  const client = new S3Client({ ...(region === undefined ? {} : { region }), maxAttempts: 6 })
  const at = (name: string) => ({ Bucket: bucket, Key: prefix + name })
  const mutable = (name: string, text: string) => ({
    ...at(name),
    Body: Buffer.from(text),
    ContentType: mediaTypeOf(name),
    CacheControl: askFirst,
  })

  async function upload({ name, path }: BuiltFile): Promise<void> {
    const params = { ...at(name), Body: createReadStream(path), ContentType: mediaTypeOf(name), CacheControl: forever }
    await new Upload({ client, params, partSize, queueSize: partsAtOnce }).done()
  }

  return {
    list: () => said(bucket, () => list(client, bucket)),
    read: (name) => said(bucket, () => read(client, at(name))),
    put: (file) => said(bucket, () => upload(file)),
    replace: (name, text, before) =>
      said(bucket, async () => {
        const condition = before === undefined ? { IfNoneMatch: '*' } : { IfMatch: before }
        for (let attempt = 1; ; attempt++) {
          try {
            await client.send(new PutObjectCommand({ ...mutable(name, text), ...condition }))
            return true
          } catch (error) {
            if (statusOf(error) === 412) return false
            // The one that the condition names was deleted.
            if (before !== undefined && statusOf(error) === 404) return false
            // Two at the very same moment: S3 asks to try again.
            if (statusOf(error) !== 409 || attempt === attempts) throw error
            await wait(200 * 2 ** attempt * (0.5 + Math.random()))
          }
        }
      }),
    write: (name, text) => said(bucket, async () => void (await client.send(new PutObjectCommand(mutable(name, text))))),
    remove: (names) =>
      said(bucket, async () => {
        for (let start = 0; start < names.length; start += mostKeys) {
          const Objects = names.slice(start, start + mostKeys).map((name) => ({ Key: prefix + name }))
          const { Errors = [] } = await client.send(
            new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
          )
          if (Errors[0])
            throw new InputError(`${Errors.length} files could not be removed: ${Errors[0].Key} ${Errors[0].Message}`)
        }
      }),
    close: () => client.destroy(),
  }
}

async function list(client: S3Client, bucket: string): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>()
  let token: string | undefined
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(token ? { ContinuationToken: token } : {}) }),
    )
    for (const { Key = '', Size = 0, LastModified = new Date() } of page.Contents ?? [])
      stored.set(Key.slice(prefix.length), { size: Size, at: LastModified })
    token = page.NextContinuationToken
  } while (token)
  return stored
}

async function read(client: S3Client, at: { Bucket: string; Key: string }): ReturnType<GeodataBucket['read']> {
  try {
    const { Body, ETag = '' } = await client.send(new GetObjectCommand(at))
    return { text: (await Body?.transformToString('utf8')) ?? '', etag: ETag }
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined
    throw error
  }
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined

/** Not what is refused, and not what is wrong with the file itself. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error)
  const local = error instanceof InputError || (error instanceof Error && localFaults.has(codeOf(error)))
  const again = error instanceof Error && error.name === 'NoSuchUpload'
  return again || (!local && !(error instanceof Error && error.name in sentences) && (status === undefined || status >= 500))
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')
const localFaults = new Set(['ENOENT', 'EACCES', 'EISDIR', 'EIO'])

/** Tries again what may pass; what the person can mend is said in a sentence. */
async function said<T>(bucket: string, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const sentence = sentenceFor(error)
      if (sentence !== undefined) throw new InputError(`${bucket}: ${sentence}`, { cause: error })
      if (attempt === attempts || !mayPass(error)) throw error
      await wait(250 * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (/region is missing/i.test(error.message)) return 'in which region does it lie? Say so with --region or AWS_REGION'
  if (codeOf(error) === 'ENOENT') return 'the catalogue was built anew meanwhile; run the command again'
  return sentences[error.name]
}

const sentences: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket; npm run deploy prints its name',
  AccessDenied: 'your AWS credentials do not allow this',
  InvalidAccessKeyId: 'your AWS credentials are not valid (any more)',
  ExpiredToken: 'your AWS credentials have run out: sign in again',
  CredentialsProviderError: 'no AWS credentials were found; sign in with `aws sso login` and set AWS_PROFILE',
  PermanentRedirect: 'lies in another region: say which with --region',
  AuthorizationHeaderMalformed: 'lies in another region: say which with --region',
}

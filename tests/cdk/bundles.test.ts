/** The very files that are deployed: their size, and that they run as Lambda runs them. */
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundle, bundleFolder, type HandlerName, handlerNames } from '#cdk/bundling.ts'
import { environment } from '#functions/environment.ts'
import { openDatabase } from '#local/database.ts'
import { scratch } from './scratch.ts'

/** Bytes (design, section 9). */
const largest = 450_000

/** A Node process with nothing but what Lambda gives: the bundle, the environment, the `awslambda` global. */
function invoke(
  name: HandlerName,
  event: object,
  more: Record<string, string> = {},
): { status: number | null; answer: unknown; stderr: string } {
  const folder = scratch('bundle')
  writeFileSync(join(folder, 'index.mjs'), bundle(name))
  writeFileSync(
    join(folder, 'run.mjs'),
    `import { PassThrough } from 'node:stream'
globalThis.awslambda = {
  streamifyResponse: (handler) => async (event) => {
    const stream = new PassThrough()
    await handler(event, stream, {})
    return stream.answered
  },
  HttpResponseStream: { from: (stream, answered) => Object.assign(stream.resume(), { answered }) },
}
const { handler } = await import('./index.mjs')
const context = { awsRequestId: 'x', getRemainingTimeInMillis: () => 10_000 }
process.stdout.write(JSON.stringify((await handler(${JSON.stringify(event)}, context)) ?? null))
process.exit(0)
`,
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'run.mjs')], {
    encoding: 'utf8',
    env: {
      [environment.table]: 'vliegwiel',
      [environment.originSecret]: name === 'download' ? '' : 'known',
      AWS_REGION: 'eu-central-1',
      ...more,
    },
  })
  return { status, answer: stdout === '' ? undefined : JSON.parse(stdout), stderr }
}

const request = (method: string, path: string, headers: Record<string, string> = {}) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers,
  isBase64Encoded: false,
  requestContext: { requestId: 'x', http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' } },
})

describe('bundles', () => {
  it.each(handlerNames)('%s is at most 450 kB, with the SDK', (name) => {
    expect(bundle(name).length).toBeLessThanOrEqual(largest)
  })

  it.each(handlerNames)('%s is one file, named by its content', (name) => {
    const folder = bundleFolder(name)
    expect(readdirSync(folder)).toEqual(['index.mjs'])
    expect(bundleFolder(name)).toBe(folder)
  })

  it("hold none of the SDK's credential chain: a function has its role's credentials in its environment", () => {
    for (const name of handlerNames) {
      const code = Buffer.from(bundle(name)).toString()
      // Not `expect(code)`: a failure would print the bundle.
      expect(['sso_start_url', 'web_identity_token_file', '169.254.170.2'].filter((part) => code.includes(part))).toEqual([])
      expect(code.includes('AWS_SESSION_TOKEN'), name).toBe(true)
    }
  })
})

describe('as Lambda runs them', () => {
  it('open data answers who knows the secret of CloudFront', () => {
    const known = invoke('open-data', request('GET', '/healthz', { 'x-origin-secret': 'known' }))
    expect(known, known.stderr).toMatchObject({ status: 0, answer: { statusCode: 200 } })
    for (const headers of [undefined, { 'x-origin-secret': 'guessed' }]) {
      const refused = invoke('open-data', request('GET', '/api/v1', headers))
      expect(refused, refused.stderr).toMatchObject({ status: 0, answer: { statusCode: 403 } })
    }
  })

  it('participation refuses what passes CloudFront by', () => {
    const { status, answer, stderr } = invoke('participation', request('DELETE', '/api/v1/contributions/x'))
    expect({ status, answer }, stderr).toMatchObject({ status: 0, answer: { statusCode: 403 } })
  })

  it('the download streams its answer', () => {
    const { status, answer, stderr } = invoke('download', request('GET', '/api/v1/unknown'))
    expect({ status, answer }, stderr).toMatchObject({ status: 0, answer: { statusCode: 404 } })
  })

  it('reach the database with the credentials of their environment', async () => {
    const database = await openDatabase(scratch('bundle-data'))
    try {
      const { port } = new URL(database.endpoint)
      const event = request('GET', '/api/v1/consultations', { 'x-origin-secret': 'known' })
      // Loopback under a name that the store does not take for a local run, so that it signs as it does in the cloud.
      const cloud = { [environment.dynamodbEndpoint]: `http://0x7f000001:${port}` }
      const role = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_SESSION_TOKEN: 'session' }
      const answered = invoke('open-data', event, { ...cloud, ...role })
      expect(answered, answered.stderr).toMatchObject({ status: 0, answer: { statusCode: 200 } })
      const { body } = answered.answer as { body: string }
      expect(JSON.parse(body)).toMatchObject({ consultations: [] })

      const without = invoke('open-data', event, cloud)
      expect(without.answer, without.stderr).toMatchObject({ statusCode: 500 })
      expect(without.stderr).toContain('AWS_ACCESS_KEY_ID')
    } finally {
      await database.close()
    }
  })

  it('the stream function reports one by one what failed: of nothing, nothing', () => {
    const { status, answer, stderr } = invoke('stream', { Records: [] })
    expect({ status, answer }, stderr).toEqual({ status: 0, answer: { batchItemFailures: [] } })
  })
})

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rangeOf } from '#local/send-file.ts'
import { safeSegments } from '#local/static.ts'
import { type App, startApp } from './app.ts'

let app: App
let folder: string
const page = '<!doctype html><title>Kaart</title>'
const documentText = JSON.stringify({ title: 'Visie', elements: Array.from({ length: 50 }, () => 'een dorp met een plein') })
const tiles = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vliegwiel-static-'))
  for (const part of ['web/assets', 'geodata']) await mkdir(join(folder, part), { recursive: true })
  await writeFile(join(folder, 'geheim.txt'), 'geheim')
  await writeFile(join(folder, 'web/index.html'), page)
  await writeFile(join(folder, 'web/.verborgen'), 'geheim')
  await writeFile(join(folder, 'web/assets/app-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'web/assets/app-1a2b.js.br'), brotliCompressSync('export {}'))
  await writeFile(join(folder, 'web/assets/worker-3c4d.mjs'), 'export {}')
  await writeFile(join(folder, 'geodata/catalogue.json'), '{"basemap":null,"documents":[]}')
  await writeFile(join(folder, 'geodata/visie.text.7a8b.json'), documentText)
  await writeFile(join(folder, 'geodata/visie-5e6f.pmtiles'), tiles)
  app = await startApp({ webDir: join(folder, 'web'), geodataDir: join(folder, 'geodata') })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

interface Got {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: Buffer
}
/** Sends the path as it is: fetch would tidy it up, and unpack what is compressed. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.server.origin)
    const asking = request({ hostname, port, path, headers, method }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.on('error', reject)
    asking.end()
  })
}
const navigation = { accept: 'text/html,application/xhtml+xml' }

describe('the web app', () => {
  test('its page, and its own addresses', async () => {
    const passage = '/consultations/kromme-rijn/documents/visie/pv26_2__div_4__div_4.6'
    for (const path of ['/', '/index.html', '/kromme-rijn', '/kromme-rijn/bijdrage/01abc?lagen=x', passage]) {
      const got = await get(path, navigation)
      expect([path, got.status, got.body.toString()]).toEqual([path, 200, page])
      expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(got.headers['cache-control']).toBe('no-cache')
    }
  })

  test('a missing file is missing, not the page', async () => {
    for (const path of ['/assets/weg-0000.js', '/kaart.png', '/geodata/weg.pmtiles', '/geodata', '/geodata/']) {
      expect([path, (await get(path, navigation)).status]).toEqual([path, 404])
    }
  })

  test('a link preview, which accepts anything, sees the page as CloudFront gives it', async () => {
    expect((await get('/kromme-rijn', { accept: '*/*' })).body.toString()).toBe(page)
  })

  test('hashed files stay for ever; modules and workers are JavaScript', async () => {
    for (const path of ['/assets/app-1a2b.js', '/assets/worker-3c4d.mjs']) {
      const { headers } = await get(path)
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    }
  })

  test('brotli where the build made it and the browser takes it', async () => {
    const got = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, br' })
    expect(got.headers['content-encoding']).toBe('br')
    expect(got.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(brotliDecompressSync(got.body).toString()).toBe('export {}')
    for (const coding of ['gzip', 'br;q=0', 'identity']) {
      expect((await get('/assets/app-1a2b.js', { 'accept-encoding': coding })).headers['content-encoding']).toBeUndefined()
    }
  })

  test('strict security headers on every file, also on the worker and on what is missing', async () => {
    for (const path of ['/', '/assets/worker-3c4d.mjs', '/geodata/catalogue.json', '/weg.js', '/config.json']) {
      const { headers } = await get(path, navigation)
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("object-src 'none'")
      expect(policy).toMatch(/connect-src 'self' https:\/\/service\.pdok\.nl https:\/\/api\.pdok\.nl/)
      expect(policy).not.toMatch(/unsafe|\*/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('the operator’s configuration', async () => {
    expect(JSON.parse((await get('/config.json')).body.toString())).toEqual({
      operator: 'Proef',
      accessibility: null,
      privacy: 'https://example.nl/privacy',
      contact: null,
    })
  })

  test('is only read', async () => {
    const got = await get('/', {}, 'POST')
    expect([got.status, got.headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('geodata', () => {
  const path = '/geodata/visie-5e6f.pmtiles'

  test('ranges, as tile and zone readers ask them', async () => {
    const whole = await get(path)
    expect([whole.status, whole.headers['accept-ranges'], whole.body.equals(tiles)]).toEqual([200, 'bytes', true])
    const part = await get(path, { range: 'bytes=100-199', 'if-match': String(whole.headers.etag) })
    expect([part.status, part.headers['content-range']]).toEqual([206, 'bytes 100-199/1000'])
    expect(part.body.equals(tiles.subarray(100, 200))).toBe(true)
    expect((await get(path, { range: 'bytes=-10' })).body.equals(tiles.subarray(990))).toBe(true)
    expect((await get(path, { range: 'bytes=990-' })).body.equals(tiles.subarray(990))).toBe(true)
    expect((await get(path, { range: 'bytes=1000-' })).status).toBe(416)
    expect((await get(path, { range: 'bytes=0-9', 'if-match': '"ander"' })).status).toBe(412)
    expect((await get(path, { range: 'bytes=0-9', 'if-range': '"ander"' })).body).toHaveLength(1000)
    const head = await get(path, {}, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0])
  })

  test('any range is the part that was asked, or refused', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.integer({ min: 1, max: 1500 }), (first, last, size) => {
        const range = rangeOf(`bytes=${first}-${last}`, size)
        if (last < first) expect(range).toBeUndefined()
        else if (first >= size) expect(range).toBe('unsatisfiable')
        else expect(range).toEqual([first, Math.min(last, size - 1)])
      }),
    )
    for (const header of ['bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,5-6', '', undefined])
      expect(rangeOf(header, 10)).toBeUndefined()
  })

  test('texts come compressed, as through CloudFront, to whoever takes that', async () => {
    const text = '/geodata/visie.text.7a8b.json'
    const [br, gzip, whole, part] = await Promise.all([
      get(text, { 'accept-encoding': 'gzip, deflate, br' }),
      get(text, { 'accept-encoding': 'gzip' }),
      get(text),
      get(text, { 'accept-encoding': 'br', range: 'bytes=0-1' }),
    ])
    expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual(['br', documentText])
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', documentText])
    expect([whole.headers['content-encoding'], whole.body.toString()]).toEqual([undefined, documentText])
    expect([part.status, part.headers['content-encoding'], part.body.toString()]).toEqual([206, undefined, '{"'])
    expect(br.body.length).toBeLessThan(documentText.length / 2)
    for (const got of [br, gzip, whole]) {
      expect(got.headers).toMatchObject({ 'content-type': 'application/json', vary: 'Accept-Encoding' })
      expect(got.headers['cache-control']).toContain('immutable')
    }
    expect(new Set([br, gzip, whole].map((got) => got.headers.etag)).size).toBe(3)
    const again = await get(text, { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect((await get('/geodata/weg.json', { 'accept-encoding': 'br' })).status).toBe(404)
  })

  test('only the catalogue may change; the rest stays for ever', async () => {
    expect((await get('/geodata/catalogue.json')).headers['cache-control']).toBe('no-cache')
    const { headers } = await get(path)
    expect(headers['cache-control']).toContain('immutable')
    const again = await get(path, { 'if-none-match': `W/${headers.etag}` })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })
})

describe('no path leads out of its folder', () => {
  test.each([
    '/../geheim.txt',
    '/..%2fgeheim.txt',
    '/%2e%2e/geheim.txt',
    '/%2e%2e%2fgeheim.txt',
    '/assets/../../geheim.txt',
    '/..\\geheim.txt',
    '/%5c..%5cgeheim.txt',
    '/geodata/../../geheim.txt',
    '/geodata/%2e%2e/geheim.txt',
    '/geodata//etc/passwd',
    '//etc/passwd',
    '/.verborgen',
    '/%00',
    '/index.html%00.js',
    '/%C0%AE%C0%AE/geheim.txt',
  ])('%s', async (path) => {
    const got = await get(path, navigation)
    expect(got.body.toString()).not.toContain('geheim')
    expect(got.status).toBe(404)
  })

  test('whatever it is', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', '%5c', '', '%00', 'a'), fc.string({ maxLength: 6 }))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const segments = safeSegments(`/${parts.join('/')}`)
        for (const segment of segments ?? []) expect(/^[^/\\.\0][^/\\\0]*$/.test(segment)).toBe(true)
      }),
    )
  })
})

import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { blockCache } from '#geo/block-cache.ts'
import { fileSource, fileSources } from '#geo/file-source.ts'
import { httpSources } from '#geo/http-source.ts'
import type { Source } from '#geo/source.ts'
import { temporaryFolder } from './fixture.ts'

const content = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 251)

/** A static file server with ranges and etags, as S3 and CloudFront answer. */
async function serve(): Promise<{ base: string; files: Map<string, { bytes: Uint8Array; etag: string }>; requests: string[] }> {
  const files = new Map([['a.fgb', { bytes: content, etag: '"1"' }]])
  const requests: string[] = []
  const server = createServer((request, response) => {
    const file = files.get((request.url ?? '').replace('/geodata/', ''))
    const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    requests.push(request.headers.range ?? '')
    if (request.headers['accept-encoding'] !== 'identity') return response.writeHead(400).end()
    if (!file) return response.writeHead(403).end()
    const match = request.headers['if-match']
    if (match !== undefined && match !== file.etag) return response.writeHead(412).end()
    if (Number(from) >= file.bytes.length) return response.writeHead(416).end()
    return response.writeHead(206, { etag: file.etag }).end(file.bytes.subarray(Number(from), Number(to) + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/geodata`, files, requests }
}

async function readsRanges(source: Source): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(310_000), fc.nat(200_000), async (offset, length) => {
      const { data } = await source.getBytes(offset, length)
      expect(Buffer.compare(Buffer.from(data), content.subarray(offset, offset + length))).toBe(0)
    }),
    { numRuns: 50 },
  )
}

test('a file, an address and the cache over them give the bytes that were asked for, as far as there are', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a.fgb'), content)
  const { base } = await serve()
  for (const sources of [fileSources(folder), httpSources(base)]) {
    await readsRanges(sources('a.fgb'))
    await readsRanges(blockCache(3).over(sources('a.fgb')))
  }
})

test('the cache asks once for what it holds, also at the same time, and again after a failure', async () => {
  const { base, requests, files } = await serve()
  const cached = blockCache().over(httpSources(base)('a.fgb'))
  await Promise.all([cached.getBytes(10, 100), cached.getBytes(50, 1000)])
  await cached.getBytes(3000, 1000)
  expect(requests).toEqual(['bytes=0-4095'])
  await cached.getBytes(3000, 20_000)
  expect(requests.slice(1)).toEqual(['bytes=4096-24575'])
  const absent = blockCache().over(httpSources(base)('b.fgb'))
  await expect(absent.getBytes(0, 10)).rejects.toMatchObject({ code: 'missing' })
  files.set('b.fgb', { bytes: content, etag: '"2"' })
  expect((await absent.getBytes(0, 10)).data.byteLength).toBe(10)
})

test('a file that is replaced between two reads is reported, not mixed', async () => {
  const { base, files } = await serve()
  const remote = httpSources(base)('a.fgb')
  await remote.getBytes(0, 10)
  files.set('a.fgb', { bytes: content, etag: '"2"' })
  await expect(remote.getBytes(10, 10)).rejects.toMatchObject({ name: 'GeodataError', code: 'changed' })

  const path = join(await temporaryFolder(), 'a')
  await writeFile(path, content)
  const local = fileSource(path)
  await local.getBytes(0, 10)
  await writeFile(path, content.subarray(1))
  await expect(local.getBytes(10, 10)).rejects.toMatchObject({ name: 'GeodataError', code: 'changed' })
})

test('what is not there, or does not answer, is named by its code; a path is no name', async () => {
  const { base } = await serve()
  await expect(httpSources(base)('weg.fgb').getBytes(0, 1)).rejects.toMatchObject({ code: 'missing' })
  await expect(httpSources('http://127.0.0.1:1/geodata')('a.fgb').getBytes(0, 1)).rejects.toMatchObject({ code: 'unreachable' })
  await expect(fileSource('/bestaat/niet').getBytes(0, 1)).rejects.toMatchObject({ code: 'missing' })
  expect(() => fileSources('/tmp')('../etc/passwd')).toThrow(/a file name was expected/)
})

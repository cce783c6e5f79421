import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPackage, readText } from '#geodata/package/package.ts'
import { openZip, zipLimits } from '#geodata/package/zip.ts'
import { folderOf, temporaryFolder, zipOf } from './fixture.ts'

/** Names in a zip changed after the fact: writers rightly refuse to make such a zip. */
async function zipWithName(name: string): Promise<string> {
  const plain = 'x'.repeat(name.length)
  const path = await zipOf({ [plain]: 'inhoud' })
  const bytes = await readFile(path)
  const changed = Buffer.from(bytes.toString('latin1').replaceAll(plain, name), 'latin1')
  await writeFile(path, changed)
  return path
}

test.each(['../../etc/passwd', '/etc/passwd', 'C:/windows/x'])('a zip with the path %s is refused', async (name) => {
  await expect(openPackage(await zipWithName(name))).rejects.toThrow(/delivery\.zip: refused/)
})

test('a zip bomb is refused by its ratio, its total and its number of entries', async () => {
  const zeros = Buffer.alloc(5 * 2 ** 20)
  await expect(openPackage(await zipOf({ 'nullen.gml': zeros }))).rejects.toThrow(
    /nullen\.gml unpacks to \d+ times its size .*zip bomb/,
  )
  const two = await zipOf({ 'a.txt': 'a'.repeat(600), 'b.txt': 'b'.repeat(600) })
  await expect(openZip(two, { ...zipLimits, total: 1000 })).rejects.toThrow(/unpacks to more than 1000 bytes/)
  await expect(openZip(two, { ...zipLimits, entries: 1 })).rejects.toThrow(/2 entries; at most 1/)
})

test('an entry that unpacks to more than it declares ends in an error', async () => {
  const path = await zipOf({ 'a.txt': 'a'.repeat(5000) })
  const bytes = await readFile(path)
  // The declared size in the central directory, 24 bytes after its signature (APPNOTE 4.3.12).
  bytes.writeUInt32LE(10, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  await writeFile(path, bytes)
  const source = await openPackage(path)
  await expect(readText(source, 'a.txt', 1e6)).rejects.toThrow(/too many bytes|not readable|expected/i)
  await source.close()
})

test('what is no zip, is not there, or is too large says so', async () => {
  const folder = await folderOf({ 'x.zip': 'geen zip', 'groot.geojson': 'x'.repeat(100) })
  await expect(openPackage(join(folder, 'x.zip'))).rejects.toThrow(/not a readable zip/)
  await expect(openPackage(join(folder, 'niets.geojson'))).rejects.toThrow(/no such file or folder/)
  const source = await openPackage(join(folder, 'groot.geojson'))
  await expect(readText(source, 'groot.geojson', 10)).rejects.toThrow(/100 bytes; at most 10/)
})

test('links in a folder are not followed', async () => {
  const folder = await folderOf({ 'echt.geojson': '{}' })
  await mkdir(join(folder, 'sub'))
  await symlink('/etc/passwd', join(folder, 'sub', 'link.geojson'))
  expect((await openPackage(folder)).names).toEqual(['echt.geojson'])
})

test('an address gives a file or a zip, whatever it is called; its temporary copy goes', async () => {
  const zip = await readFile(await zipOf({ 'a.geojson': '{"type":"FeatureCollection","features":[]}' }))
  const server = createServer((request, response) => {
    if (request.url === '/collections/kernen/items?f=json') response.end('{"type":"FeatureCollection","features":[]}')
    else if (request.url === '/levering') response.end(zip)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const file = await openPackage(`${base}/collections/kernen/items?f=json`)
  expect(file.names).toEqual(['items.geojson'])
  expect(file.source).toBe(`${base}/collections/kernen/items?f=json`)
  expect(await readText(file, 'items.geojson', 1000)).toContain('FeatureCollection')
  await file.close()
  await expect(readText(file, 'items.geojson', 1000)).rejects.toThrow(/ENOENT/)

  const zipped = await openPackage(`${base}/levering`)
  expect(zipped.names).toEqual(['a.geojson'])
  await zipped.close()
  await expect(openPackage(`${base}/weg`)).rejects.toThrow(/HTTP 404/)
  await expect(openPackage('http://127.0.0.1:1/x')).rejects.toThrow(/no answer/)
})

test('an empty folder holds nothing', async () => {
  expect((await openPackage(await temporaryFolder())).names).toEqual([])
})

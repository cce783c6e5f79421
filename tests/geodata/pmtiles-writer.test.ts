import { join } from 'node:path'
import fc from 'fast-check'
import { PMTiles, tileIdToZxy, zxyToTileId } from 'pmtiles'
import { expect, test } from 'vitest'
import { fileSource } from '#geo/file-source.ts'
import { PmtilesWriter } from '#geodata/build/pmtiles-writer.ts'
import { temporaryFolder } from './fixture.ts'

const options = {
  bounds: [4.9, 51.8, 5.6, 52.3] as [number, number, number, number],
  minZoom: 6,
  maxZoom: 12,
  metadata: { name: 'proef', vector_layers: [] },
}

async function write(tiles: readonly (readonly [id: number, text: string])[]): Promise<PMTiles> {
  const folder = await temporaryFolder()
  const writer = new PmtilesWriter(join(folder, 'part'))
  for (const [id, text] of tiles) await writer.add(id, new TextEncoder().encode(text))
  const { name } = await writer.publish(folder, 'proef', options)
  return new PMTiles(fileSource(join(folder, name)))
}

async function textAt(archive: PMTiles, id: number): Promise<string | undefined> {
  const [z, x, y] = tileIdToZxy(id)
  const tile = await archive.getZxy(z, x, y)
  return tile && new TextDecoder().decode(tile.data)
}

test('the pmtiles library reads every tile back, and none that is not there', async () => {
  const ids = fc.uniqueArray(fc.integer({ min: zxyToTileId(6, 0, 0), max: zxyToTileId(12, 4095, 0) }), {
    minLength: 1,
    maxLength: 300,
  })
  await fc.assert(
    fc.asyncProperty(ids, fc.integer({ min: 1, max: 9 }), async (unsorted, kinds) => {
      const tiles = unsorted.sort((a, b) => a - b).map((id) => [id, `tegel ${id % kinds}`] as const)
      const archive = await write(tiles)
      for (const [id, text] of tiles) expect(await textAt(archive, id)).toBe(text)
      const absent = (tiles.at(-1)?.[0] ?? 0) + 1
      expect(await textAt(archive, absent)).toBeUndefined()
    }),
    { numRuns: 25 },
  )
})

test('the header says bounds, zooms and counts; equal neighbours are one entry', async () => {
  const first = zxyToTileId(8, 0, 0)
  const archive = await write([0, 1, 2, 3, 5].map((step) => [first + step, step === 2 ? 'anders' : 'gelijk'] as const))
  const header = await archive.getHeader()
  expect(header).toMatchObject({
    minLon: 4.9,
    minLat: 51.8,
    maxLon: 5.6,
    maxLat: 52.3,
    minZoom: 6,
    maxZoom: 12,
    clustered: true,
    tileType: 1,
  })
  expect([header.numAddressedTiles, header.numTileEntries, header.numTileContents]).toEqual([5, 4, 2])
  expect(await archive.getMetadata()).toEqual(options.metadata)
})

test('many tiles go into leaf directories and are found there', async () => {
  const first = zxyToTileId(10, 0, 0)
  // Irregular gaps and lengths (a linear congruential sequence), so that the directory does not pack to nothing.
  let state = 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state
  }
  const tiles: [id: number, text: string][] = []
  for (let id = first; tiles.length < 9_000; id += 1 + (next() % 50))
    tiles.push([id, Array.from({ length: next() % 60 }, next).join('')])
  const archive = await write(tiles)
  expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(0)
  for (const index of [0, 1, 4095, 4096, 8_999]) {
    const [id, text] = tiles[index] as (typeof tiles)[number]
    expect(await textAt(archive, id)).toBe(text)
  }
})

test('tiles out of order are refused', async () => {
  const folder = await temporaryFolder()
  const writer = new PmtilesWriter(join(folder, 'part'))
  await writer.add(100, new Uint8Array([1]))
  await expect(writer.add(100, new Uint8Array([2]))).rejects.toThrow(/expected one above 100/)
  await writer.discard()
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { HttpReader } from 'flatgeobuf/lib/mjs/http-reader.js'
import { expect, test, vi } from 'vitest'
import type { BBox } from '#contract/geometry.ts'
import { fileSource } from '#geo/file-source.ts'
import { piecesIn } from '#geo/zone-file.ts'
import type { ColumnKind } from '#geodata/build/feature-bytes.ts'
import { FlatGeobufWriter } from '#geodata/build/flatgeobuf-writer.ts'
import { temporaryFolder } from './fixture.ts'

const columns: ReadonlyMap<string, ColumnKind> = new Map([
  ['layer', 'string'],
  ['id', 'string'],
  ['title', 'string'],
  ['value', 'string'],
  ['size', 'number'],
])

type Box = { west: number; south: number; width: number; height: number }

function ring({ west, south, width, height }: Box): GeoJSON.Polygon {
  const [east, north] = [west + width, south + height]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

async function write(boxes: readonly Box[]): Promise<string> {
  const folder = await temporaryFolder()
  const writer = new FlatGeobufWriter(join(folder, 'part'), 'boxes', columns)
  for (const [index, box] of boxes.entries()) {
    await writer.add(ring(box), { layer: 'a.b', id: `${index}`, title: `Vak ${index} ë`, size: box.width })
  }
  return join(folder, (await writer.publish(folder, 'boxes')).name)
}

function expected(boxes: readonly Box[], [west, south, east, north]: BBox): string[] {
  return boxes
    .map((box, index) => ({ box, id: `${index}` }))
    .filter(
      ({ box }) => box.west <= east && box.west + box.width >= west && box.south <= north && box.south + box.height >= south,
    )
    .map(({ id }) => id)
    .sort()
}

const boxes = fc.record({
  west: fc.double({ min: 3, max: 7, noNaN: true }),
  south: fc.double({ min: 50, max: 54, noNaN: true }),
  width: fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
  height: fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
})
const query = fc
  .tuple(
    fc.double({ min: 3, max: 7, noNaN: true }),
    fc.double({ min: 50, max: 54, noNaN: true }),
    fc.double({ min: 0, max: 2, noNaN: true }),
  )
  .map(([west, south, side]): BBox => [west, south, west + side, south + side])

test('a search by box finds what comparing every box finds, at any number of features', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(boxes, { minLength: 1, maxLength: 700 }),
      fc.array(query, { minLength: 1, maxLength: 5 }),
      async (all, queries) => {
        const source = fileSource(await write(all))
        for (const box of queries) {
          const found = await piecesIn(source, box)
          expect(found.map((piece) => piece.id).sort()).toEqual(expected(all, box))
        }
      },
    ),
    { numRuns: 40 },
  )
})

test("flatgeobuf's own reader finds the same, with the same columns and coordinates", async () => {
  vi.spyOn(console, 'debug').mockImplementation(() => {})
  await fc.assert(
    fc.asyncProperty(fc.array(boxes, { minLength: 1, maxLength: 400 }), query, async (all, box) => {
      const path = await write(all)
      const bytes = await readFile(path)
      const reader = await HttpReader.openSource({
        getRange: async (begin, length) => new Uint8Array(bytes.subarray(begin, begin + length)).buffer,
      })
      const [minX, minY, maxX, maxY] = box
      let count = 0
      for await (const _ of reader.selectBbox({ minX, minY, maxX, maxY })) count++
      expect(count).toBe(expected(all, box).length)

      const features: GeoJSON.Feature[] = []
      for await (const feature of deserialize(new Uint8Array(bytes))) features.push(feature as GeoJSON.Feature)
      expect(features.length).toBe(all.length)
      for (const feature of features) {
        const index = Number(feature.properties?.id)
        const source = all[index] as Box
        expect(feature.geometry).toEqual(ring(source))
        expect(feature.properties).toEqual({ layer: 'a.b', id: `${index}`, title: `Vak ${index} ë`, size: source.width })
      }
    }),
    { numRuns: 15 },
  )
})

test('no features give a file without an index, which reads as empty', async () => {
  const path = await write([])
  const features: unknown[] = []
  for await (const feature of deserialize(new Uint8Array(await readFile(path)))) features.push(feature)
  expect(features).toEqual([])
  expect(await piecesIn(fileSource(path), [0, 0, 90, 90])).toEqual([])
})

test('twenty thousand features: a small box reads a small part of the file', async () => {
  const all = Array.from({ length: 20_000 }, (_, index) => ({
    west: 4 + (index % 200) / 100,
    south: 51 + Math.floor(index / 200) / 100,
    width: 0.008,
    height: 0.008,
  }))
  const source = fileSource(await write(all))
  let read = 0
  const counting = {
    getKey: () => source.getKey(),
    getBytes: (offset: number, length: number) => {
      read += length
      return source.getBytes(offset, length)
    },
  }
  const box: BBox = [4.501, 51.501, 4.529, 51.529]
  expect((await piecesIn(counting, box)).map((piece) => piece.id).sort()).toEqual(expected(all, box))
  expect(read).toBeLessThan(100_000)
  expect((await piecesIn(source, [0, 0, 90, 90])).length).toBe(20_000)
})

test('a file that is no FlatGeobuf, or is cut off, is damaged', async () => {
  const path = await write([{ west: 5, south: 52, width: 1, height: 1 }])
  const bytes = new Uint8Array(await readFile(path))
  const partly = (content: Uint8Array) => ({
    getKey: () => 'x',
    getBytes: async (offset: number, length: number) => ({ data: content.slice(offset, offset + length).buffer }),
  })
  for (const content of [new Uint8Array(100), bytes.slice(0, 20), bytes.slice(0, bytes.length - 10)]) {
    await expect(piecesIn(partly(content), [0, 0, 90, 90])).rejects.toMatchObject({ name: 'GeodataError', code: 'damaged' })
  }
})

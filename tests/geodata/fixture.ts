/** Folders, shapes and deliveries that the tests of geodata share. */
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { onTestFinished } from 'vitest'
import { ZipFile } from 'yazl'

/** Official data that may lie beside the repository. */
export const shared = new URL('../../../shared/geodata/', import.meta.url)

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'geodata-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files into a fresh folder and gives its path. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}

export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const path = join(await temporaryFolder(), 'delivery.zip')
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

export type Rings = [number, number][][]

/** A ring around a centre whose radius is drawn for each direction: any star-shaped outline, also a jagged one. */
function star(x: number, y: number, radii: readonly number[]): [number, number][] {
  const ring = radii.map((radius, index): [number, number] => {
    const angle = (index / radii.length) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return [...ring, ring[0] as [number, number]]
}

const radii = (low: number, high: number, count: number) =>
  fc.array(fc.double({ min: low, max: high, noNaN: true }), { minLength: count, maxLength: count })

/** A jagged polygon of up to 900 corners near Bunnik, with up to two holes. */
export const polygons: fc.Arbitrary<Rings> = fc
  .record({ corners: fc.integer({ min: 3, max: 900 }), holes: fc.integer({ min: 0, max: 2 }) })
  .chain(({ corners, holes }) =>
    fc.record({
      outer: radii(0.04, 0.1, Math.max(corners, 8)),
      inner: fc.tuple(...Array.from({ length: holes }, () => radii(0.004, 0.012, Math.max(5, Math.floor(corners / 3))))),
      x: fc.double({ min: 5.1, max: 5.3, noNaN: true }),
      y: fc.double({ min: 52, max: 52.1, noNaN: true }),
    }),
  )
  .map(({ outer, inner, x, y }) => [
    star(x, y, outer),
    ...inner.map((hole, index) => star(x + (index === 0 ? -0.013 : 0.013), y, hole).reverse()),
  ])

export const positions: fc.Arbitrary<[number, number]> = fc.tuple(
  fc.double({ min: 4.99, max: 5.41, noNaN: true }),
  fc.double({ min: 51.89, max: 52.21, noNaN: true }),
)

export const square = (x: number, y: number, half: number): Rings => [
  [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ],
]

export function collection(
  features: readonly { geometry: object; properties?: object; id?: string | number }[],
  extra: object = {},
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...extra,
    features: features.map((feature) => ({ type: 'Feature', properties: {}, ...feature })),
  })
}

export async function allOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const value of values) list.push(value)
  return list
}

/** Reads the hand-written example, and says what a sound shape is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import kinks from '@turf/kinks'
import { expect } from 'vitest'

export const folder = fileURLToPath(new URL('../../geodata/example', import.meta.url))
export const text = (path: string): string => readFileSync(join(folder, path), 'utf8')
export const json = (path: string) => JSON.parse(text(path))
export const all = (path: string, pattern: RegExp): string[] => [...text(path).matchAll(pattern)].map((match) => match[1] ?? '')
export const files = (path: string): string[] => readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })

export const features = (path: string): GeoJSON.Feature[] => json(path).features

export type Shape = GeoJSON.Polygon | GeoJSON.MultiPolygon
export const partsOf = (shape: Shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)
export const polygonsOf = (geometries: readonly GeoJSON.Geometry[]) =>
  geometries.filter((geometry): geometry is Shape => geometry.type.endsWith('Polygon')).flatMap(partsOf)

/** Twice the signed area: above zero for a ring that runs anticlockwise. */
function turn(ring: readonly GeoJSON.Position[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], index) => {
    const [px = 0, py = 0] = ring[index] ?? []
    return sum + px * y - x * py
  }, 0)
}

/** Closed, right-handed (RFC 7946, 3.1.6), without crossings. */
export function expectSound(rings: GeoJSON.Position[][], where: string): void {
  for (const [index, ring] of rings.entries()) {
    expect(ring.at(-1), where).toEqual(ring[0])
    expect(Math.sign(turn(ring)), where).toBe(index === 0 ? 1 : -1)
  }
  expect(kinks({ type: 'Polygon', coordinates: rings }).features, where).toEqual([])
}

export const positionsOf = (value: unknown): [number, number][] =>
  Array.isArray(value) && typeof value[0] === 'number' ? [value as [number, number]] : (value as unknown[]).flatMap(positionsOf)

/** In a tiling each edge is run through once each way, save those on the outline: no gap, no overlap, no border drawn twice. */
export function outlineOf(rings: readonly (readonly GeoJSON.Position[])[]): { ways: number; twice: string[] } {
  const edges = new Map<string, number>()
  for (const ring of rings) {
    for (const [index, end] of ring.slice(1).entries()) {
      const edge = `${ring[index]}>${end}`
      edges.set(edge, (edges.get(edge) ?? 0) + 1)
    }
  }
  const open = new Map(
    [...edges.keys()].map((edge) => edge.split('>')).filter(([a, b]) => !edges.has(`${b}>${a}`)) as [string, string][],
  )
  let ways = 0
  while (open.size > 0) {
    const [start = ''] = open.keys()
    for (let at = start, next = open.get(at); next !== undefined; next = open.get(at)) {
      open.delete(at)
      at = next
    }
    ways += 1
  }
  return { ways, twice: [...edges].filter(([, count]) => count > 1).map(([edge]) => edge) }
}

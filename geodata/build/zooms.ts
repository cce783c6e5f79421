/** Which zooms a document needs: as far as its detail goes; beyond that the map enlarges the last tiles. */
import { extent, highestZoom, type TileFeature } from './tile-layer.ts'

/** Below this the Netherlands are a thumbnail. */
export const lowestZoom = 6
/** Even coarse data get this far: a tile unit is then 1.5 m, so that outlines keep their place when enlarged. */
const leastHighest = 12

/** Circumference of the earth in web mercator, metres. */
const equator = 40_075_016.7

/** Lengths (m) of the edges of a layer, sampled: what says how fine it was drawn. */
export function sampleEdges(features: readonly TileFeature[], most = 2000): number[] {
  const lines: (readonly GeoJSON.Position[])[] = []
  for (const { geometry } of features) {
    if (geometry.type === 'LineString') lines.push(geometry.coordinates)
    else if (geometry.type === 'MultiLineString' || geometry.type === 'Polygon') lines.push(...geometry.coordinates)
    else if (geometry.type === 'MultiPolygon') lines.push(...geometry.coordinates.flat())
  }
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  const every = Math.max(1, Math.floor(total / most))
  const lengths: number[] = []
  let count = 0
  for (const line of lines) {
    for (let index = 1; index < line.length; index++)
      if (count++ % every === 0) lengths.push(edge(line[index - 1] ?? [], line[index] ?? []))
  }
  return lengths
}

function edge([ax = 0, ay = 0]: GeoJSON.Position, [bx = 0, by = 0]: GeoJSON.Position): number {
  const cosine = Math.cos((ay * Math.PI) / 180)
  return Math.hypot((bx - ax) * cosine, by - ay) * (equator / 360)
}

/** The zoom at which a tile unit is a quarter of the finer edges (the shortest tenth left out). Points need the highest. */
export function highestZoomFor(edges: readonly number[], latitude: number): number {
  if (edges.length === 0) return highestZoom
  const sorted = [...edges].filter((length) => length > 0).sort((a, b) => a - b)
  const fine = sorted[Math.floor(sorted.length / 10)] ?? 1
  const unitAtZero = (equator * Math.cos((latitude * Math.PI) / 180)) / extent
  return Math.min(highestZoom, Math.max(leastHighest, Math.ceil(Math.log2((4 * unitAtZero) / fine))))
}

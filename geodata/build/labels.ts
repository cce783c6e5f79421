/** Where a zone's name stands: once per zone, at the place farthest from its border, from the zoom on where it is large enough. */
import polylabel from 'polylabel'
import type { BBox } from '#contract/geometry.ts'
import { boxOf } from '#geo/shape.ts'
import type { TileFeature } from './tile-layer.ts'

/** Source layer of all labels of a document; each names its `layer`. */
export const labelLayer = 'label'
/** Pixels (of a 512 px tile) that the larger side of a zone must measure. */
const leastSize = 24

export interface Label {
  readonly minZoom: number
  readonly feature: TileFeature
}

/** A label for an area; none for lines and points, which the map labels along or beside themselves. */
export function labelOf(geometry: TileFeature['geometry'], properties: TileFeature['properties']): Label | undefined {
  const rings = largestPart(geometry)
  const outer = rings?.[0]
  if (!rings || !outer) return undefined
  const box = boxOf(outer)
  // Degrees of longitude are shorter than those of latitude: stretched to the same length, else the label is off.
  const cosine = Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180)
  const stretched = rings.map((ring) => ring.map(([x = 0, y = 0]) => [x * cosine, y]))
  const [x = 0, y = 0] = polylabel(stretched, Math.max(box[2] - box[0], box[3] - box[1]) / 100)
  return { minZoom: zoomFor(box), feature: { geometry: { type: 'Point', coordinates: [x / cosine, y] }, properties } }
}

function largestPart(geometry: TileFeature['geometry']): GeoJSON.Position[][] | undefined {
  if (geometry.type === 'Polygon') return geometry.coordinates
  if (geometry.type !== 'MultiPolygon') return undefined
  let largest: GeoJSON.Position[][] | undefined
  let most = -1
  for (const rings of geometry.coordinates) {
    const size = Math.abs(twiceArea(rings[0] ?? []))
    if (size > most) {
      most = size
      largest = rings
    }
  }
  return largest
}

function twiceArea(ring: readonly GeoJSON.Position[]): number {
  let sum = 0
  for (let index = 1; index < ring.length; index++) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? []
    const [bx = 0, by = 0] = ring[index] ?? []
    sum += ax * by - bx * ay
  }
  return sum
}

/** First zoom at which the box measures `leastSize`. */
function zoomFor(box: BBox): number {
  const degrees = Math.max(box[2] - box[0], box[3] - box[1], 1e-9)
  return Math.ceil(Math.log2((leastSize * 360) / (512 * degrees)))
}

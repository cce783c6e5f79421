/** The cells under which a geometry is entered in the spatial index. */
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import { cellOf } from './mercator.ts'
import { boxOf, quadkey, quadkeyOf, shapeLevels } from './quadkey.ts'
import { ringsTouchBox, segmentTouchesBox } from './touches.ts'

/** Most cells that one line or area is entered under; a wider one goes to the consultation's wide entries. */
export const maxCells = 16
/** Degrees by which a cell is widened when shapes are tested against it, so that rounding never loses a border (0.1 mm). */
const margin = 1e-9

export type Placement = { readonly type: 'cells'; readonly cells: readonly string[] } | { readonly type: 'wide' }

/** A point's one cell of 24 digits; a shape's cells at the finest level that needs at most `maxCells`, sorted; else wide. */
export function placementOf(geometry: Geometry): Placement {
  if (geometry.type === 'Point') return { type: 'cells', cells: [quadkeyOf(geometry.coordinates)] }
  for (const level of shapeLevels) {
    const cells = shapeCells(geometry, level)
    if (cells) return { type: 'cells', cells: [...cells].sort() }
  }
  return { type: 'wide' }
}

/** Cells at `level` that a shape touches, or undefined when they are more than `maxCells`. */
function shapeCells(geometry: Exclude<Geometry, { type: 'Point' }>, level: number): Set<string> | undefined {
  const cells = new Set<string>()
  for (const part of partsOf(geometry)) {
    const positions = part.positions
    const spans = part.touches ? [positions] : positions.map((position, index) => [positions[index - 1] ?? position, position])
    for (const span of spans) {
      const touches = part.touches ?? ((box: BBox) => segmentTouchesBox(span[0] as Position, span[1] as Position, box))
      if (!addCells(cells, span, level, touches)) return undefined
    }
  }
  return cells
}

/** One part of a shape: positions that bound it; `touches` for an area, absent for a path, which is walked segment by segment. */
interface Part {
  readonly positions: readonly Position[]
  readonly touches?: (box: BBox) => boolean
}

function partsOf(geometry: Exclude<Geometry, { type: 'Point' }>): Part[] {
  const area = (rings: readonly (readonly Position[])[]): Part => ({
    positions: rings[0] ?? [],
    touches: (box) => ringsTouchBox(rings, box),
  })
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((position) => ({ positions: [position] }))
    case 'LineString':
      return [{ positions: geometry.coordinates }]
    case 'MultiLineString':
      return geometry.coordinates.map((positions) => ({ positions }))
    case 'Polygon':
      return [area(geometry.coordinates)]
    case 'MultiPolygon':
      return geometry.coordinates.map(area)
  }
}

/** Adds the cells of one span; false as soon as there are too many. A connected span wider than `maxCells` cells has too many. */
function addCells(cells: Set<string>, span: readonly Position[], level: number, touches: (box: BBox) => boolean): boolean {
  const columnsAndRows = span.map((position) => cellOf(position, level))
  const xs = columnsAndRows.map(({ x }) => x)
  const ys = columnsAndRows.map(({ y }) => y)
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (east - west >= maxCells || south - north >= maxCells) return false
  for (let x = west; x <= east; x++) {
    for (let y = north; y <= south; y++) {
      const cell = quadkey(level, x, y)
      if (cells.has(cell)) continue
      const [w, s, e, n] = boxOf(cell)
      if (touches([w - margin, s - margin, e + margin, n + margin])) cells.add(cell)
      if (cells.size > maxCells) return false
    }
  }
  return true
}

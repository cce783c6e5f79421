/** A geometry as it is stored (normalised), and what may be wrong with one beyond its schema. */

import type { FaultCode, FaultSeed, FaultValues } from '#contract/faults.ts'
import { type Geometry, maxVertices, type Position } from '#contract/geometry.ts'
import { geometryOf, polygonsOf } from './encoded-geometry.ts'
import { holesFault, partsCross, ringCrosses, signedArea } from './rings.ts'
import { type Area, touchesArea } from './touches-area.ts'

type Rings = Position[][]

/**
 * 7 decimals (1 cm), no consecutive duplicates, rings closed and by the right-hand rule (RFC 7946: outer ring counter-clockwise,
 * holes clockwise). Total: what is degenerate stays so, for `geometryFaults` to name.
 */
export function normalised(geometry: Geometry): Geometry {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  const polygons = polygonsOf(geometry).map((paths) =>
    paths.map((path, index) => {
      const positions = withoutRepeats(path.map(rounded))
      return isArea ? wound(closed(positions), index === 0) : positions
    }),
  )
  return geometryOf(geometry.type, polygons)
}

// Adding 0 turns -0 into 0.
const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7 + 0
const rounded = ([longitude, latitude]: Position): Position => [round7(longitude), round7(latitude)]
const same = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

function withoutRepeats(path: readonly Position[]): Position[] {
  return path.filter((position, index) => index === 0 || !same(position, path[index - 1]))
}

function closed(ring: Position[]): Position[] {
  const [first] = ring
  return first === undefined || same(first, ring.at(-1)) ? ring : [...ring, first]
}

function wound(ring: Position[], outer: boolean): Position[] {
  return signedArea(ring) > 0 === outer ? ring : ring.toReversed()
}

/** Every fault of a normalised geometry, with the path of the part at fault. `area` is the consultation's. */
export function geometryFaults(geometry: Geometry, area: Area): FaultSeed[] {
  const fault = (code: FaultCode, path: readonly PropertyKey[] = [], values: FaultValues = {}): FaultSeed => ({
    in: 'body',
    path: ['geometry', ...path],
    code,
    values,
  })
  const vertices = polygonsOf(geometry).flat(2).length
  if (vertices > maxVertices) return [fault('tooManyVertices', ['coordinates'], { max: maxVertices, found: vertices })]
  const faults = shapeFaults(geometry).map(({ code, path }) => fault(code, ['coordinates', ...path]))
  if (faults.length > 0) return faults
  return touchesArea(geometry, area) ? [] : [fault('outsideArea')]
}

interface ShapeFault {
  readonly code: FaultCode
  readonly path: readonly number[]
}

function shapeFaults(geometry: Geometry): ShapeFault[] {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return []
    case 'LineString':
      return geometry.coordinates.length < 2 ? [{ code: 'geometryEmpty', path: [] }] : []
    case 'MultiLineString':
      return geometry.coordinates.flatMap((path, index) => (path.length < 2 ? [{ code: 'geometryEmpty', path: [index] }] : []))
    case 'Polygon':
      return polygonFaults(geometry.coordinates, [])
    case 'MultiPolygon': {
      const faults = geometry.coordinates.flatMap((rings, index) => polygonFaults(rings, [index]))
      if (faults.length > 0) return faults
      const crossing = partsCross(geometry.coordinates)
      return crossing === undefined ? [] : [{ code: 'geometryCrossing', path: [crossing] }]
    }
  }
}

function polygonFaults(rings: Rings, at: readonly number[]): ShapeFault[] {
  const faults = rings.flatMap((ring, index): ShapeFault[] => {
    const path = [...at, index]
    if (ring.length < 4 || signedArea(ring) === 0) return [{ code: 'geometryEmpty', path }]
    return ringCrosses(ring) ? [{ code: 'geometryCrossing', path }] : []
  })
  if (faults.length > 0) return faults
  const hole = holesFault(rings)
  return hole === undefined ? [] : [{ code: 'geometryHoles', path: [...at, hole] }]
}

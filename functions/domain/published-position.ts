/**
 * The published position: the place as its author lets everybody see it. Everything public derives from it, so that nothing can
 * leak the exact one later.
 */
import type { Geometry, Position } from '#contract/geometry.ts'
import type { PrecisionId } from '#contract/vocabulary.ts'
import { metresPerDegree } from './great-circle.ts'

/** Metres along each side of a square of `grid100`. */
const side = 100

/** Points are blurred as asked; lines and areas are always exact. Null where only the village is public. */
export function publishedPosition(geometry: Geometry | null, precision: PrecisionId): Geometry | null {
  if (geometry === null || !canBeBlurred(geometry)) return geometry
  switch (precision) {
    case 'exact':
      return geometry
    case 'village':
      return null
    case 'grid100':
      return geometry.type === 'Point'
        ? { type: 'Point', coordinates: squareCentre(geometry.coordinates) }
        : { type: 'MultiPoint', coordinates: distinct(geometry.coordinates.map(squareCentre)) }
  }
}

/** May a precision other than `exact` be asked for this geometry? */
export function canBeBlurred(geometry: Geometry): geometry is Extract<Geometry, { type: 'Point' | 'MultiPoint' }> {
  return geometry.type === 'Point' || geometry.type === 'MultiPoint'
}

/**
 * Centre of the square that a position lies in, to 7 decimals. Rows of 100 m are counted from the equator along the meridian; in
 * each row, columns of 100 m from Greenwich along the row's middle parallel. The grid never moves, so two contributions from one
 * garden fall in one square, and the centre of a square is its own centre.
 */
export function squareCentre([longitude, latitude]: Position): Position {
  const row = Math.floor((latitude * metresPerDegree) / side)
  const middle = Math.max(-90, Math.min(90, ((row + 0.5) * side) / metresPerDegree))
  const metresPerDegreeEast = metresPerDegree * Math.cos((middle * Math.PI) / 180)
  const column = Math.floor((longitude * metresPerDegreeEast) / side)
  const centre = Math.max(-180, Math.min(180, ((column + 0.5) * side) / metresPerDegreeEast))
  return [round7(centre), round7(middle)]
}

const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

function distinct(positions: readonly Position[]): Position[] {
  return [...new Map(positions.map((position) => [position.join(), position])).values()]
}

/** One line or ring of GML being read, segment by segment; straight pieces as they are, arcs and circles stroked. */
import { type Crs, findCrs } from '../crs.ts'
import { arc, circle, circleAround } from './stroke.ts'

/** Segments that `LineReader` reads. */
export const segmentNames: ReadonlySet<string> = new Set([
  'LineStringSegment',
  'Arc',
  'ArcString',
  'Circle',
  'CircleByCenterPoint',
])

/** Metres that two segments may lie apart and still count as connected. */
export const widestGap = 0.05

export class LineReader {
  /** x0, y0, x1, y1, … */
  readonly flat: number[] = []
  /** Positions of the segment being read. */
  #segment: number[] = []
  #kind: string | undefined
  #radius = Number.NaN
  #crs: Crs | undefined

  /** @param crs of the segment's positions; in degrees, arcs are stroked in RD New */
  open(kind: string, crs?: Crs): void {
    this.#kind = kind
    this.#crs = crs
    this.#segment = []
    this.#radius = Number.NaN
  }

  add(positions: readonly number[]): void {
    const into = this.#kind === undefined ? this.flat : this.#segment
    for (const number of positions) into.push(number)
  }

  radius(metres: number): void {
    this.#radius = metres
  }

  /** Ends the segment. @returns what is wrong with it, or undefined */
  close(): string | undefined {
    const kind = this.#kind
    this.#kind = undefined
    const positions = kind === undefined ? [] : inMetres(kind, this.#segment, this.#radius, this.#crs)
    if (typeof positions === 'string') return positions
    return this.#append(positions)
  }

  #append(positions: readonly number[]): string | undefined {
    const { flat } = this
    const [x, y] = [positions[0] ?? Number.NaN, positions[1] ?? Number.NaN]
    let from = 0
    if (flat.length > 0) {
      const gap = Math.hypot(x - (flat.at(-2) ?? x), y - (flat.at(-1) ?? y))
      if (gap > widestGap) return `segments ${gap.toFixed(2)} m apart`
      from = 2
    }
    for (let at = from; at < positions.length; at++) flat.push(positions[at] ?? Number.NaN)
    return undefined
  }
}

/** Strokes in a plane of metres, and gives the positions in the CRS that they came in. */
function inMetres(kind: string, flat: readonly number[], radius: number, crs: Crs | undefined): readonly number[] | string {
  if (kind === 'LineStringSegment' || crs === undefined || crs.projected) return stroked(kind, flat, radius)
  const plane = findCrs('EPSG:28992')
  const metres = pairs(flat).flatMap(([x, y]) => plane.fromWgs84(...crs.toWgs84(x, y)))
  const line = stroked(kind, metres, radius)
  if (typeof line === 'string') return line
  const back = pairs(line).flatMap(([x, y]) => crs.fromWgs84(...plane.toWgs84(x, y)))
  // The ends stay as they were given, so that the next segment fits.
  if (kind !== 'CircleByCenterPoint') {
    const end = kind === 'Circle' ? 0 : flat.length - 2
    back.splice(0, 2, flat[0] ?? Number.NaN, flat[1] ?? Number.NaN)
    back.splice(-2, 2, flat[end] ?? Number.NaN, flat[end + 1] ?? Number.NaN)
  }
  return back
}

function pairs(flat: readonly number[]): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2] ?? Number.NaN, flat[index * 2 + 1] ?? Number.NaN])
}

function stroked(kind: string, flat: readonly number[], radius: number): readonly number[] | string {
  const count = flat.length / 2
  const at = (index: number): [number, number] => [flat[index * 2] ?? Number.NaN, flat[index * 2 + 1] ?? Number.NaN]
  if (kind === 'LineStringSegment') return count < 2 ? `a segment of ${count} positions` : flat
  if (kind === 'CircleByCenterPoint') {
    if (count !== 1 || !(radius > 0 && radius < 1e6)) return 'CircleByCenterPoint: needs one centre and a radius in metres'
    return circleAround(at(0), radius)
  }
  if (kind === 'Circle') {
    if (count !== 3) return `Circle: ${count} positions instead of three`
    return circle(at(0), at(1), at(2)) ?? 'Circle: its three positions lie on a line'
  }
  if (count < 3 || count % 2 === 0 || (kind === 'Arc' && count !== 3)) return `${kind}: ${count} positions do not make arcs`
  const line = [...at(0)]
  for (let index = 0; index + 2 < count; index += 2) line.push(...arc(at(index), at(index + 1), at(index + 2)))
  return line
}

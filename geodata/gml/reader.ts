/**
 * GML geometry from a stream of elements: points, curves of straight segments, arcs and circles, areas, and their aggregates however deep. A CRS may stand on any
 * element and holds for what is inside it. A ring or line with a fault is left out and said; a position outside the country spoils the whole geometry.
 */
import { type Crs, findCrs, lineToWgs84, type Position } from '../crs.ts'
import type { SourceZone } from '../importer.ts'
import { ringFault } from '../rings.ts'
import { crossingOf } from './crossing.ts'
import { LineReader, segmentNames } from './curve.ts'
import { joined } from './join.ts'
import { positionsOf } from './positions.ts'

/** What one geometry held. */
export interface GmlShapes {
  readonly points: Position[]
  readonly lines: Position[][]
  readonly polygons: Position[][][]
  /** What was left out, and with what consequence. */
  readonly faults: readonly string[]
  /** What is kept as it is, though not as it should be. */
  readonly remarks: readonly string[]
}

/** Where the Netherlands lie with their sea: RD New in metres, and degrees. Swapped axes fall outside. */
const rdBounds = { west: -100_000, east: 300_000, south: 300_000, north: 900_000 } as const
const degreeBounds = { west: 1, east: 9, south: 49, north: 57 } as const

/** Curves that are read by no one here; STOP and IMRO allow none of them. */
const unread = /^(ArcByBulge|ArcStringByBulge|ArcByCenterPoint|CubicSpline|BSpline|Bezier|Clothoid|OffsetCurve|Geodesic\w*)$/
const patches = /^(Polygon|PolygonPatch|Triangle|Rectangle)$/
const boundaries = /^(exterior|interior|outerBoundaryIs|innerBoundaryIs)$/
const curves = /^(Curve|LineString|CompositeCurve|LinearRing|Point)$/

interface Path {
  /** Element that it belongs to: a boundary, or a curve or point by itself. */
  readonly owner: string
  readonly parts: number[][]
  line: LineReader | undefined
  /** Element that `line` belongs to. */
  member: string
  crs: Crs | undefined
}

export class GmlReader {
  #points: Position[] = []
  #lines: Position[][] = []
  #polygons: Position[][][] = []
  #faults: string[] = []
  #remarks: string[] = []
  /** Nothing of the geometry can be trusted. */
  #spoilt: string | undefined
  #patch: { outer: Position[] | undefined; readonly holes: Position[][]; broken: boolean } | undefined
  #path: Path | undefined
  /** What is wrong with the path being read. */
  #fault: string | undefined
  readonly #levels: { crs: Crs | undefined; dimension: number | undefined }[] = []
  readonly #known = new Map<string, Crs>()
  readonly #fallback: () => Crs

  /** @param fallback CRS where no srsName is given */
  constructor(fallback: () => Crs) {
    this.#fallback = fallback
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const outer = this.#levels.at(-1)
    const srs = attributes.get('srsName')
    const dimension = attributes.get('srsDimension') ?? attributes.get('dimension')
    this.#levels.push({
      crs: srs === undefined ? outer?.crs : this.#crs(srs),
      dimension: dimension === undefined ? outer?.dimension : Number(dimension),
    })
    const elsewhere = attributes.get('href')
    if (elsewhere !== undefined) this.#fail(`${name} names ${elsewhere}, and geometry elsewhere is not read`)
    else if (unread.test(name)) this.#fail(`${name}: this kind of curve is not read`)
    else if (patches.test(name)) this.#patch = { outer: undefined, holes: [], broken: false }
    else if (segmentNames.has(name)) this.#path?.line?.open(name, this.#levels.at(-1)?.crs)
    else if (!this.#path && (boundaries.test(name) || curves.test(name))) this.#path = newPath(name)
    if (this.#path && !this.#path.line && curves.test(name) && name !== 'CompositeCurve') {
      this.#path.line = new LineReader()
      this.#path.member = name
    }
  }

  close(name: string, text: string): void {
    const level = this.#levels.pop()
    const path = this.#path
    if (name === 'posList' || name === 'pos') this.#positions(text, name, level)
    else if (name === 'radius') path?.line?.radius(text === '' ? Number.NaN : Number(text))
    else if (segmentNames.has(name)) this.#fail(path?.line?.close())
    else if (patches.test(name)) this.#endPatch()
    if (path?.line && name === path.member) {
      if (path.line.flat.length > 0) path.parts.push(path.line.flat)
      path.line = undefined
    }
    if (path && name === path.owner) this.#endPath(path)
  }

  /** Gives what was read since the last call. */
  take(): GmlShapes {
    const faults = this.#spoilt === undefined ? this.#faults : [this.#spoilt]
    const whole = this.#spoilt === undefined
    const shapes = {
      points: whole ? this.#points : [],
      lines: whole ? this.#lines : [],
      polygons: whole ? this.#polygons : [],
      faults,
      remarks: whole ? this.#remarks : [],
    }
    this.#points = []
    this.#lines = []
    this.#polygons = []
    this.#faults = []
    this.#remarks = []
    this.#spoilt = undefined
    this.#fault = undefined
    this.#path = undefined
    this.#patch = undefined
    return shapes
  }

  #crs(text: string): Crs | undefined {
    const known = this.#known.get(text)
    if (known) return known
    try {
      const crs = findCrs(text)
      this.#known.set(text, crs)
      return crs
    } catch (error) {
      this.#spoilt ??= error instanceof Error ? error.message : String(error)
      return undefined
    }
  }

  #fail(fault: string | undefined): void {
    if (this.#path) this.#fault ??= fault
    else if (fault !== undefined) this.#faults.push(`${fault}; that part is left out`)
  }

  #positions(text: string, name: string, level: { crs: Crs | undefined; dimension: number | undefined } | undefined): void {
    const path = this.#path
    if (!path) return
    if (!path.line) {
      // A ring or line whose positions stand in no element of their own.
      path.line = new LineReader()
      path.member = path.owner
    }
    // A single position says its dimension by its length.
    const alone = name === 'pos' && text.split(/\s+/).length === 3 ? 3 : 2
    const flat = positionsOf(text, level?.dimension ?? alone)
    if (typeof flat === 'string') {
      this.#fail(flat)
      return
    }
    const crs = inItsOrder(level?.crs ?? this.#fallback(), flat)
    if (path.crs !== undefined && path.crs.name !== crs.name)
      this.#fail(`positions in ${path.crs.name} and ${crs.name} in one line`)
    path.crs ??= crs
    this.#spoilt ??= placeFault(flat, crs)
    path.line.add(flat)
  }

  #endPath({ owner, parts, crs = this.#fallback() }: Path): void {
    const boundary = boundaries.test(owner)
    const hole = /^(interior|inner)/.test(owner)
    const fault = this.#fault ?? (this.#spoilt === undefined ? this.#add(owner, joined(parts, crs.projected), crs) : undefined)
    this.#path = undefined
    this.#fault = undefined
    if (fault === undefined) return
    if (boundary && this.#patch && !hole) this.#patch.broken = true
    this.#faults.push(`${fault}; ${hole ? 'the hole is filled' : boundary ? 'that area is left out' : 'that part is left out'}`)
  }

  /** @returns what is wrong with it instead */
  #add(owner: string, flat: readonly number[] | string, crs: Crs): string | undefined {
    if (typeof flat === 'string') return flat
    if (boundaries.test(owner)) return this.#ring(flat, crs, /^(interior|inner)/.test(owner))
    if (owner !== 'Point' && flat.length < 4) return 'a line of fewer than two positions'
    const line = lineToWgs84(crs, flat)
    if (owner !== 'Point') this.#lines.push(line)
    else if (line[0]) this.#points.push(line[0])
    else return 'a point without a position'
    return undefined
  }

  #ring(flat: readonly number[], crs: Crs, hole: boolean): string | undefined {
    const fault = ringFault(flat)
    const crossing = fault === undefined || fault === noArea ? crossingOf(flat) : undefined
    if (crossing) this.#remarks.push(crossed(crossing))
    else if (fault !== undefined) return fault
    if (!this.#patch) return 'a ring of no area'
    const ring = lineToWgs84(crs, flat)
    if (hole) this.#patch.holes.push(ring)
    else if (this.#patch.outer) return 'a second outer ring'
    else this.#patch.outer = ring
    return undefined
  }

  #endPatch(): void {
    const patch = this.#patch
    this.#patch = undefined
    if (patch?.outer) this.#polygons.push([patch.outer, ...patch.holes])
    else if (patch && !patch.broken) this.#faults.push('an area without a boundary; it is left out')
  }
}

const noArea = 'a ring without area'

function newPath(owner: string): Path {
  return { owner, parts: [], line: undefined, member: '', crs: undefined }
}

function crossed({ x, y }: { x: number; y: number }): string {
  const round = (number: number) => Math.round(number * 1000) / 1000
  return `a ring crosses itself at ${round(x)} ${round(y)}; what it goes round twice counts as outside`
}

/** "EPSG:4258" by itself is written with either axis first: the order is that in which the first position lies in the country. */
function inItsOrder(crs: Crs, [x = 0, y = 0]: readonly number[]): Crs {
  const { west, east, south, north } = degreeBounds
  const latitude = !crs.projected && !crs.latitudeFirst && x >= south && x <= north && y >= west && y <= east
  return latitude && crs.name.startsWith('EPSG:') ? findCrs(`urn:ogc:def:crs:${crs.name.replace(':', '::')}`) : crs
}

/** @returns what is wrong when a position lies outside the country */
function placeFault(flat: readonly number[], crs: Crs): string | undefined {
  const { west, east, south, north } = crs.projected ? rdBounds : degreeBounds
  if (crs.projected && crs.name !== 'EPSG:28992' && crs.name !== 'EPSG:7415') return undefined
  const [east0, north0] = crs.latitudeFirst ? [1, 0] : [0, 1]
  for (let at = 0; at < flat.length; at += 2) {
    const [x, y] = [flat[at + east0] ?? Number.NaN, flat[at + north0] ?? Number.NaN]
    if (x >= west && x <= east && y >= south && y <= north) continue
    const swapped = y >= west && y <= east && x >= south && x <= north
    return `${flat[at]} ${flat[at + 1]} lies outside the Netherlands in ${crs.name}${swapped ? ': its axes are swapped' : ''}`
  }
  return undefined
}

/** The shapes as geometries, one per kind: areas, lines, points. */
export function geometriesOf({ points, lines, polygons }: GmlShapes): SourceZone['geometry'][] {
  const geometries: SourceZone['geometry'][] = []
  if (polygons.length > 0) geometries.push({ type: 'MultiPolygon', coordinates: polygons })
  if (lines.length > 0) geometries.push({ type: 'MultiLineString', coordinates: lines })
  if (points.length > 0) geometries.push({ type: 'MultiPoint', coordinates: points })
  return geometries
}

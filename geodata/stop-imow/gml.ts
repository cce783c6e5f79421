/**
 * GML 3.2 geometry from a stream of elements: MultiSurface, Surface, Polygon, MultiCurve, Curve, LineString, MultiPoint and Point, with posList or
 * pos. Straight segments only, as STOP's basisgeometrie prescribes.
 */
import { type Crs, findCrs, lineToWgs84, type Position } from '../crs.ts'
import type { SourceZone } from '../importer.ts'
import { ringFault } from '../rings.ts'

/** What one `geometrie` element held. */
export interface GmlShapes {
  readonly points: Position[]
  readonly lines: Position[][]
  readonly polygons: Position[][][]
  /** What could not be read, if anything: then the rest is not to be trusted either. */
  readonly fault: string | undefined
}

const curved = new Set([
  'Arc',
  'ArcString',
  'ArcByBulge',
  'ArcStringByBulge',
  'ArcByCenterPoint',
  'Circle',
  'CircleByCenterPoint',
  'CubicSpline',
  'BSpline',
  'Bezier',
  'Clothoid',
])

export class GmlReader {
  #points: Position[] = []
  #lines: Position[][] = []
  #polygons: Position[][][] = []
  #fault: string | undefined
  /** Coordinates of the line or ring being read, as the source has them. */
  #flat: number[] = []
  #rings: Position[][] = []
  #inRing = false
  #inCurve = false
  /** CRS and number of coordinates per position that hold at each level of nesting. */
  readonly #levels: { crs: Crs | undefined; dimension: number }[] = []
  readonly #fallback: () => Crs

  /** @param fallback CRS where no srsName is given */
  constructor(fallback: () => Crs) {
    this.#fallback = fallback
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const outer = this.#levels.at(-1)
    const srs = attributes.get('srsName')
    const dimension = Number(attributes.get('srsDimension') ?? outer?.dimension ?? 2)
    this.#levels.push({ crs: srs === undefined ? outer?.crs : this.#crs(srs), dimension })
    if (curved.has(name)) this.#fail(`${name}: curved segments are not read`)
    else if (name === 'Polygon' || name === 'PolygonPatch') this.#rings = []
    else if (name === 'exterior' || name === 'interior') this.#startRing()
    else if (name === 'Curve' && !this.#inRing) {
      this.#inCurve = true
      this.#flat = []
    } else if ((name === 'LineString' && !this.#inRing) || name === 'Point') this.#flat = []
  }

  close(name: string, text: string): void {
    const { crs, dimension } = this.#levels.pop() ?? { crs: undefined, dimension: 2 }
    if (name === 'posList' || name === 'pos') this.#positions(text, dimension)
    else if (name === 'exterior' || name === 'interior') this.#endRing(crs ?? this.#fallback())
    else if (name === 'Polygon' || name === 'PolygonPatch') this.#polygons.push(this.#rings)
    else if (name === 'Curve' && !this.#inRing) {
      this.#inCurve = false
      this.#endLine(crs ?? this.#fallback())
    } else if (name === 'LineString' && !this.#inRing && !this.#inCurve) this.#endLine(crs ?? this.#fallback())
    else if (name === 'Point') this.#endPoint(crs ?? this.#fallback())
  }

  /** Gives what was read since the last call. */
  take(): GmlShapes {
    const shapes = { points: this.#points, lines: this.#lines, polygons: this.#polygons, fault: this.#fault }
    this.#points = []
    this.#lines = []
    this.#polygons = []
    this.#fault = undefined
    return shapes
  }

  #crs(text: string): Crs | undefined {
    try {
      return findCrs(text)
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }

  #fail(fault: string): void {
    this.#fault ??= fault
  }

  #startRing(): void {
    this.#inRing = true
    this.#flat = []
  }

  #endRing(crs: Crs): void {
    this.#inRing = false
    const fault = ringFault(this.#flat)
    if (fault) this.#fail(fault)
    else this.#rings.push(lineToWgs84(crs, this.#flat))
  }

  #endLine(crs: Crs): void {
    if (this.#flat.length < 4) this.#fail('a line of fewer than two positions')
    else this.#lines.push(lineToWgs84(crs, this.#flat))
  }

  #endPoint(crs: Crs): void {
    const [point] = lineToWgs84(crs, this.#flat)
    if (point) this.#points.push(point)
    else this.#fail('a point without a position')
  }

  /** Adds positions; where segments of a curve follow each other, the shared one only once. */
  #positions(text: string, dimension: number): void {
    const numbers = text === '' ? [] : text.split(/\s+/)
    if (dimension < 2 || numbers.length % dimension !== 0) {
      this.#fail(`${numbers.length} coordinates do not make positions of ${dimension}`)
      return
    }
    const flat = this.#flat
    for (let at = 0; at < numbers.length; at += dimension) {
      const [x, y] = [Number(numbers[at]), Number(numbers[at + 1])]
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        this.#fail(`"${numbers[at]} ${numbers[at + 1]}" is not a position`)
        return
      }
      if (at === 0 && flat.length > 0 && flat.at(-2) === x && flat.at(-1) === y) continue
      flat.push(x, y)
    }
  }
}

/** The shapes as geometries, one per kind: areas, lines, points. */
export function geometriesOf({ points, lines, polygons }: GmlShapes): SourceZone['geometry'][] {
  const geometries: SourceZone['geometry'][] = []
  if (polygons.length > 0) geometries.push({ type: 'MultiPolygon', coordinates: polygons })
  if (lines.length > 0) geometries.push({ type: 'MultiLineString', coordinates: lines })
  if (points.length > 0) geometries.push({ type: 'MultiPoint', coordinates: points })
  return geometries
}

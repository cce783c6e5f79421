/**
 * Geometry of IMRO plan objects from a stream of elements: areas, lines and points of GML 3.1 and 3.2, also with curved segments, in RD New unless
 * srsName says otherwise.
 */
import { type Crs, findCrs, lineToWgs84, type Position } from '../crs.ts'
import { LineReader, segmentNames } from '../gml/curve.ts'
import type { SourceZone } from '../importer.ts'
import { ringFault } from '../rings.ts'

/** Where RD New is defined, with the North Sea beside it: x, y in metres. Swapped axes fall outside. */
const rdBounds = { x: [-100_000, 300_000], y: [300_000, 900_000] } as const

/** Curves that GML knows and IMRO does not use. */
const unread = /^(ArcByBulge|ArcStringByBulge|ArcByCenterPoint|CubicSpline|BSpline|Bezier|Clothoid|OffsetCurve|Geodesic\w*)$/

interface Shapes {
  readonly points: Position[]
  readonly lines: Position[][]
  readonly polygons: Position[][][]
}

const noShapes = (): Shapes => ({ points: [], lines: [], polygons: [] })

/** Reads what one `geometrie` element holds. */
export class ImroGeometry {
  #shapes = noShapes()
  #fault: string | undefined
  #rings: Position[][] = []
  #line: LineReader | undefined
  /** Name of the element that the line belongs to. */
  #owner = ''
  /** CRS and numbers per position that hold at each level of nesting. */
  readonly #levels: { crs: Crs; dimension: number }[] = []
  readonly #fallback = findCrs('EPSG:28992')

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const outer = this.#levels.at(-1) ?? { crs: this.#fallback, dimension: 2 }
    const srs = attributes.get('srsName')
    const dimension = Number(attributes.get('srsDimension') ?? attributes.get('dimension') ?? outer.dimension)
    this.#levels.push({ crs: srs ? this.#crs(srs) : outer.crs, dimension })
    if (unread.test(name)) this.#fail(`${name}: this kind of curve is not read`)
    else if (name === 'OrientableCurve' && attributes.get('orientation') === '-') this.#fail('a reversed curve is not read')
    else if (name === 'Polygon' || name === 'PolygonPatch') this.#rings = []
    else if (segmentNames.has(name)) this.#line?.open(name)
    else if (/^(exterior|interior|outerBoundaryIs|innerBoundaryIs|Curve|LineString|Point)$/.test(name) && !this.#line) {
      this.#line = new LineReader()
      this.#owner = name
    }
  }

  close(name: string, text: string): void {
    const { crs, dimension } = this.#levels.pop() ?? { crs: this.#fallback, dimension: 2 }
    if (name === 'posList' || name === 'pos') this.#positions(text, dimension, crs)
    else if (name === 'radius') this.#line?.radius(text === '' ? Number.NaN : Number(text))
    else if (segmentNames.has(name)) this.#fail(this.#line?.close())
    else if (name === 'Polygon' || name === 'PolygonPatch') this.#polygon()
    else if (this.#line && name === this.#owner) {
      const { flat } = this.#line
      this.#line = undefined
      if (name === 'Point') this.#point(flat, crs)
      else if (name === 'Curve' || name === 'LineString') this.#lineString(flat, crs)
      else this.#ring(flat, crs)
    }
  }

  /** One geometry per kind, or what is wrong. */
  take(): SourceZone['geometry'][] | string {
    const { points, lines, polygons } = this.#shapes
    const fault = this.#fault
    this.#shapes = noShapes()
    this.#fault = undefined
    this.#line = undefined
    this.#rings = []
    if (fault) return fault
    const geometries: SourceZone['geometry'][] = []
    if (polygons.length > 0) geometries.push({ type: 'MultiPolygon', coordinates: polygons })
    if (lines.length > 0) geometries.push({ type: 'MultiLineString', coordinates: lines })
    if (points.length > 0) geometries.push({ type: 'MultiPoint', coordinates: points })
    return geometries.length > 0 ? geometries : 'no geometry'
  }

  #crs(text: string): Crs {
    try {
      return findCrs(text)
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error))
      return this.#fallback
    }
  }

  #fail(fault: string | undefined): void {
    this.#fault ??= fault
  }

  #positions(text: string, dimension: number, crs: Crs): void {
    if (!this.#line) return
    const numbers = text === '' ? [] : text.split(/\s+/)
    if (dimension < 2 || numbers.length % dimension !== 0) {
      this.#fail(`${numbers.length} coordinates do not make positions of ${dimension}`)
      return
    }
    const flat: number[] = []
    for (let at = 0; at < numbers.length; at += dimension) {
      const [x, y] = [Number(numbers[at]), Number(numbers[at + 1])]
      if (!Number.isFinite(x) || !Number.isFinite(y)) this.#fail(`"${numbers[at]} ${numbers[at + 1]}" is not a position`)
      else if (crs.name === 'EPSG:28992' && !inRd(x, y)) this.#fail(`${x} ${y} lies outside the Netherlands in RD New`)
      if (this.#fault) return
      flat.push(x, y)
    }
    this.#line.add(flat)
  }

  #ring(flat: readonly number[], crs: Crs): void {
    const fault = ringFault(flat)
    if (fault) this.#fail(fault)
    else this.#rings.push(lineToWgs84(crs, flat))
  }

  #polygon(): void {
    if (this.#rings.length === 0) this.#fail('an area without a boundary')
    else this.#shapes.polygons.push(this.#rings)
    this.#rings = []
  }

  #lineString(flat: readonly number[], crs: Crs): void {
    if (flat.length < 4) this.#fail('a line of fewer than two positions')
    else this.#shapes.lines.push(lineToWgs84(crs, flat))
  }

  #point(flat: readonly number[], crs: Crs): void {
    const [point] = lineToWgs84(crs, flat)
    if (point) this.#shapes.points.push(point)
    else this.#fail('a point without a position')
  }
}

function inRd(x: number, y: number): boolean {
  return x >= rdBounds.x[0] && x <= rdBounds.x[1] && y >= rdBounds.y[0] && y <= rdBounds.y[1]
}

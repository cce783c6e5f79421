/**
 * Coordinate reference systems: from any that proj4 knows to WGS 84 longitude and latitude. ETRS89 counts as WGS 84 (they differ by
 * 0.8 m in 2026, in every map alike).
 */
import proj4 from 'proj4'
import { tabulated } from './tabulated.ts'

export type Position = [longitude: number, latitude: number]

/**
 * RD New (EPSG:28992). Ellipsoid, projection and the transformation of RDNAPTRANS(TM)2018's reference (Kadaster/NSGI, "RDNAPTRANS 2018",
 * appendix: Bessel 1841 to ETRS89 in seven parameters, rotations in arc-seconds by the coordinate-frame convention). Without the correction grid
 * it is good to 0.20 m over the country. Beware: the string in npm's epsg-index has the rotations in micro-radians and is 165 m off.
 */
const rdNew =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel ' +
  '+towgs84=565.2369,50.0087,465.658,-0.406857330322398,0.350732676542563,-1.8703473836068,4.0812 +units=m +no_defs'

const definitions: Record<string, string> = {
  'EPSG:28992': rdNew,
  // RD New with NAP heights: the heights are dropped.
  'EPSG:7415': rdNew,
  'EPSG:4258': '+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs',
  'EPSG:25831': '+proj=utm +zone=31 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  'EPSG:25832': '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  'EPSG:3035': '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
}
proj4.defs(Object.entries(definitions))
proj4.defs('CRS84', '+proj=longlat +datum=WGS84 +no_defs')

/** Longest straight edge in metres that is kept whole: an edge straight in RD bends 2.5 cm from one straight in degrees per kilometre. */
const longestEdge = 1000

export interface Crs {
  /** `EPSG:28992`, `CRS84`, or the proj4 string that was given. */
  readonly name: string
  /** Coordinates are metres on a plane, not degrees. */
  readonly projected: boolean
  /** Latitude comes first in the source's coordinates. */
  readonly latitudeFirst: boolean
  toWgs84(x: number, y: number): Position
  fromWgs84(longitude: number, latitude: number): [x: number, y: number]
}

/**
 * Finds a CRS by any of its spellings: `EPSG:28992`, `urn:ogc:def:crs:EPSG::28992`, `http://www.opengis.net/def/crs/EPSG/0/28992`,
 * `http://www.opengis.net/gml/srs/epsg.xml#28992`, `urn:ogc:def:crs:OGC:1.3:CRS84`, or a proj4 string.
 * @throws {Error} when proj4 does not know it
 */
export function findCrs(text: string): Crs {
  const name = shortName(text.trim())
  const definition = known(name)
  if (!definition)
    throw new Error(`unknown coordinate reference system "${text}": give an EPSG code that proj4 knows, or a proj4 string`)
  const geographic = definition.projName === 'longlat'
  const converter = proj4(name, 'CRS84')
  const exact = (x: number, y: number): Position => {
    const [longitude = Number.NaN, latitude = Number.NaN] = converter.forward([x, y])
    return [longitude, latitude]
  }
  const inverse = definitions[name] === rdNew ? rdToWgs84(exact) : exact
  // EPSG puts latitude first, and the long spellings follow EPSG; "EPSG:4258" by itself is used with longitude first.
  const latitudeFirst = geographic && /^(urn:|https?:)/i.test(text.trim()) && !/CRS84/i.test(text)
  return {
    name,
    projected: !geographic,
    latitudeFirst,
    toWgs84: geographic ? (x, y) => (latitudeFirst ? [y, x] : [x, y]) : inverse,
    fromWgs84(longitude, latitude) {
      const [x = Number.NaN, y = Number.NaN] = geographic
        ? latitudeFirst
          ? [latitude, longitude]
          : [longitude, latitude]
        : converter.inverse([longitude, latitude])
      return [x, y]
    },
  }
}

let rdTable: ((x: number, y: number) => Position) | undefined

/** By the table, one for all, within the bounds of RD New; elsewhere by proj4 itself. */
function rdToWgs84(exact: (x: number, y: number) => Position): (x: number, y: number) => Position {
  rdTable ??= tabulated(exact)
  const table = rdTable
  return (x, y) => (x > -10_000 && x < 310_000 && y > 280_000 && y < 650_000 ? table(x, y) : exact(x, y))
}

function known(name: string): { projName?: string } | undefined {
  try {
    const definition = proj4.defs(name) ?? (name.startsWith('+') ? proj4.Proj(name) : undefined)
    return definition as { projName?: string } | undefined
  } catch {
    // proj4 throws on a string it cannot parse: that CRS is not known, which the caller says in its own words.
    return undefined
  }
}

function shortName(text: string): string {
  if (/CRS:?84$/i.test(text)) return 'CRS84'
  const code = /EPSG(?::[\d.]*:|:|\/[\d.]+\/|\.xml#)(\d+)$/i.exec(text)
  return code?.[1] ? `EPSG:${code[1]}` : text
}

/** A line or ring in WGS 84; long edges of a projected system get points between, the same ones whichever way they run. */
export function lineToWgs84(crs: Crs, flat: readonly number[]): Position[] {
  const line: Position[] = []
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const [x, y] = [flat[at] ?? Number.NaN, flat[at + 1] ?? Number.NaN]
    if (crs.projected && at > 0) line.push(...between(crs, flat[at - 2] ?? x, flat[at - 1] ?? y, x, y))
    line.push(crs.toWgs84(x, y))
  }
  return line
}

function between(crs: Crs, ax: number, ay: number, bx: number, by: number): Position[] {
  const length = Math.hypot(bx - ax, by - ay)
  if (!(length > longestEdge)) return []
  if (ax > bx || (ax === bx && ay > by)) return between(crs, bx, by, ax, ay).reverse()
  const steps = Math.ceil(length / longestEdge)
  return Array.from({ length: steps - 1 }, (_, index) => {
    const share = (index + 1) / steps
    return crs.toWgs84(ax + (bx - ax) * share, ay + (by - ay) * share)
  })
}

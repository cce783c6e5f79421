import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCrs, lineToWgs84 } from '#geodata/crs.ts'
import { shared } from './fixture.ts'

const rd = findCrs('EPSG:28992')
/** Metres per degree of latitude, and of longitude at 52°. */
const [north, east] = [111_250, 68_680]

const controlFile = new URL('crs/rd_new_28992.json', shared)
describe.skipIf(!existsSync(controlFile))('the control points of RDNAPTRANS', () => {
  type Control = { name: string; x: number; y: number; lat: number; lon: number }
  const { controlPoints } = existsSync(controlFile)
    ? (JSON.parse(readFileSync(controlFile, 'utf8')) as { controlPoints: Control[] })
    : { controlPoints: [] }

  test.each(controlPoints)('$name lies within 0.20 m, both ways', ({ x, y, lat, lon }) => {
    const [longitude, latitude] = rd.toWgs84(x, y)
    expect(Math.hypot((longitude - lon) * east, (latitude - lat) * north)).toBeLessThanOrEqual(0.2)
    const [backX, backY] = rd.fromWgs84(lon, lat)
    expect(Math.hypot(backX - x, backY - y)).toBeLessThanOrEqual(0.2)
  })
})

test("Amersfoort's church tower, the origin of RD, stands where it stands", () => {
  const [longitude, latitude] = rd.toWgs84(155_000, 463_000)
  expect(longitude).toBeCloseTo(5.387204, 5)
  expect(latitude).toBeCloseTo(52.155173, 5)
})

test('there and back is the same place', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 10_000, max: 280_000, noNaN: true }),
      fc.double({ min: 305_000, max: 620_000, noNaN: true }),
      (x, y) => {
        const [backX, backY] = rd.fromWgs84(...rd.toWgs84(x, y))
        expect(Math.hypot(backX - x, backY - y)).toBeLessThan(0.002)
      },
    ),
  )
})

test('every spelling of a code is known, with its order of axes', () => {
  for (const spelling of [
    'EPSG:28992',
    'urn:ogc:def:crs:EPSG::28992',
    'urn:ogc:def:crs:EPSG:9.1:28992',
    'http://www.opengis.net/def/crs/EPSG/0/28992',
    'http://www.opengis.net/gml/srs/epsg.xml#28992',
  ]) {
    expect(findCrs(spelling)).toMatchObject({ name: 'EPSG:28992', projected: true, latitudeFirst: false })
  }
  expect(findCrs('urn:ogc:def:crs:EPSG::4258').toWgs84(52, 5)).toEqual([5, 52])
  expect(findCrs('EPSG:4258').toWgs84(5, 52)).toEqual([5, 52])
  expect(findCrs('urn:ogc:def:crs:OGC:1.3:CRS84').toWgs84(5, 52)).toEqual([5, 52])
  const [longitude, latitude] = findCrs('EPSG:25831').toWgs84(638_000, 5_768_000)
  expect([Math.round(longitude * 10) / 10, Math.round(latitude * 10) / 10]).toEqual([5, 52])
})

test('an unknown system is refused by its name', () => {
  expect(() => findCrs('EPSG:99999')).toThrow(/unknown coordinate reference system "EPSG:99999"/)
  expect(() => findCrs('onzin')).toThrow(/unknown/)
})

test('long edges get points between, the same ones both ways, that lie on the straight line in RD', () => {
  const there = lineToWgs84(rd, [130_000, 450_000, 134_500, 451_000])
  const back = lineToWgs84(rd, [134_500, 451_000, 130_000, 450_000])
  expect(there.length).toBe(6)
  expect(back.reverse()).toEqual(there)
  for (const [longitude, latitude] of there) {
    const [x, y] = rd.fromWgs84(longitude, latitude)
    expect(Math.abs(y - 450_000 - (x - 130_000) / 4.5)).toBeLessThan(0.01)
  }
  expect(lineToWgs84(rd, [130_000, 450_000, 130_900, 450_000]).length).toBe(2)
})

/** Geometry of GIOs in every shape that GML gives it, and what becomes of it when it is broken. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCrs } from '#geodata/crs.ts'
import { crossingOf } from '#geodata/gml/crossing.ts'
import { positionsOf } from '#geodata/gml/positions.ts'
import { GmlReader, type GmlShapes, geometriesOf } from '#geodata/gml/reader.ts'
import { readXml } from '#geodata/xml.ts'

const rd = findCrs('EPSG:28992')
const rdName = 'urn:ogc:def:crs:EPSG::28992'
const etrs = 'urn:ogc:def:crs:EPSG::4258'

async function read(gml: string): Promise<GmlShapes> {
  const reader = new GmlReader(() => rd)
  async function* chunks() {
    yield Buffer.from(`<g xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink">${gml}</g>`)
  }
  await readXml('x.gml', chunks(), {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name, text) => reader.close(name, text),
  })
  return reader.take()
}

/** m² in the plane of RD New. */
function areaOf({ polygons }: GmlShapes): number {
  const ring = (positions: readonly (readonly number[])[]) => {
    const plane = positions.map(([x = 0, y = 0]) => rd.fromWgs84(x, y))
    const [[x0, y0] = [0, 0]] = plane
    return Math.abs(
      plane.slice(1).reduce((sum, [x, y], index) => {
        const [px = 0, py = 0] = plane[index] ?? []
        return sum + (px - x0) * (y - y0) - (x - x0) * (py - y0)
      }, 0) / 2,
    )
  }
  return polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + ring(outer) - holes.reduce((less, hole) => less + ring(hole), 0),
    0,
  )
}

const ring = (positions: string) => `<gml:LinearRing><gml:posList>${positions}</gml:posList></gml:LinearRing>`
const polygon = (outer: string, attributes = '') =>
  `<gml:Polygon${attributes}><gml:exterior>${outer}</gml:exterior></gml:Polygon>`
const km = '140000 450000 141000 450000 141000 451000 140000 451000 140000 450000'
const curve = (...segments: string[]) => `<gml:Curve><gml:segments>${segments.join('')}</gml:segments></gml:Curve>`
const straight = (positions: string) => `<gml:LineStringSegment><gml:posList>${positions}</gml:posList></gml:LineStringSegment>`
const member = (name: string, ...parts: string[]) => parts.map((part) => `<gml:${name}>${part}</gml:${name}>`).join('')

describe('aggregates', () => {
  test.each([
    ['Polygon', polygon(ring(km)), 1e6],
    ['MultiSurface', `<gml:MultiSurface>${member('surfaceMember', polygon(ring(km)))}</gml:MultiSurface>`, 1e6],
    [
      'MultiSurface of members',
      `<gml:MultiSurface><gml:surfaceMembers>${polygon(ring(km))}${polygon(ring(km.replaceAll('14', '15')))}</gml:surfaceMembers></gml:MultiSurface>`,
      2e6,
    ],
    [
      'CompositeSurface in a MultiGeometry',
      `<gml:MultiGeometry>${member('geometryMember', `<gml:CompositeSurface>${member('surfaceMember', polygon(ring(km)))}</gml:CompositeSurface>`)}</gml:MultiGeometry>`,
      1e6,
    ],
    [
      'Surface of patches',
      `<gml:Surface><gml:patches>${polygon(ring(km)).replaceAll('Polygon', 'PolygonPatch')}</gml:patches></gml:Surface>`,
      1e6,
    ],
    [
      'Triangle',
      `<gml:TriangulatedSurface><gml:patches><gml:Triangle><gml:exterior>${ring('140000 450000 141000 450000 141000 451000 140000 450000')}</gml:exterior></gml:Triangle></gml:patches></gml:TriangulatedSurface>`,
      5e5,
    ],
    [
      'Ring of curves',
      polygon(
        `<gml:Ring>${member('curveMember', curve(straight('140000 450000 141000 450000 141000 451000')), `<gml:LineString><gml:posList>141000 451000 140000 451000 140000 450000</gml:posList></gml:LineString>`)}</gml:Ring>`,
      ),
      1e6,
    ],
    [
      'Ring of curves, one of them the other way',
      polygon(
        `<gml:Ring>${member('curveMember', curve(straight('140000 450000 141000 450000 141000 451000')), `<gml:OrientableCurve orientation="-">${member('baseCurve', curve(straight('140000 450000 140000 451000 141000 451000')))}</gml:OrientableCurve>`)}</gml:Ring>`,
      ),
      1e6,
    ],
    [
      'heights',
      polygon(
        '<gml:LinearRing><gml:pos>140000 450000 1</gml:pos><gml:pos>141000 450000 2</gml:pos><gml:pos>141000 451000 3</gml:pos><gml:pos>140000 450000 1</gml:pos></gml:LinearRing>',
      ),
      5e5,
    ],
  ])('%s', async (_, gml, area) => {
    const shapes = await read(gml)
    expect(shapes.faults).toEqual([])
    expect(areaOf(shapes) / area).toBeCloseTo(1, 4)
  })

  test('MultiCurve, CompositeCurve, MultiPoint and a mix of all', async () => {
    const line = curve(straight('140000 450000 141000 450000'))
    const shapes = await read(
      `<gml:MultiGeometry>${member('geometryMember', `<gml:MultiCurve>${member('curveMember', line, line)}</gml:MultiCurve>`, `<gml:CompositeCurve>${member('curveMember', line, curve(straight('141000 450000 142000 450000')))}</gml:CompositeCurve>`, `<gml:MultiPoint>${member('pointMember', '<gml:Point><gml:pos>140000 450000</gml:pos></gml:Point>')}</gml:MultiPoint>`, polygon(ring(km)))}</gml:MultiGeometry>`,
    )
    expect([shapes.lines.map((part) => part.length), shapes.points.length, shapes.polygons.length]).toEqual([[2, 2, 3], 1, 1])
    expect(geometriesOf(shapes).map(({ type }) => type)).toEqual(['MultiPolygon', 'MultiLineString', 'MultiPoint'])
  })
})

describe('arcs and circles', () => {
  const circleArea = Math.PI * 100 * 100
  test.each([
    ['Circle', '<gml:Circle><gml:posList>140100 450000 140000 450100 139900 450000</gml:posList></gml:Circle>'],
    [
      'CircleByCenterPoint',
      '<gml:CircleByCenterPoint><gml:pos>140000 450000</gml:pos><gml:radius uom="m">100</gml:radius></gml:CircleByCenterPoint>',
    ],
    [
      'ArcString',
      '<gml:ArcString><gml:posList>140100 450000 140000 450100 139900 450000 140000 449900 140100 450000</gml:posList></gml:ArcString>',
    ],
    [
      'Arc',
      '<gml:Arc><gml:posList>140100 450000 140000 450100 139900 450000</gml:posList></gml:Arc><gml:Arc><gml:posList>139900 450000 140000 449900 140100 450000</gml:posList></gml:Arc>',
    ],
  ])('%s of 100 m has the area of its circle', async (_, segments) => {
    const shapes = await read(polygon(`<gml:Ring>${member('curveMember', curve(segments))}</gml:Ring>`))
    expect(shapes.faults).toEqual([])
    // Chords at most 5 cm inside.
    expect(areaOf(shapes) / circleArea).toBeGreaterThan(0.999)
    expect(areaOf(shapes) / circleArea).toBeLessThan(1.0001)
  })

  test('in degrees they are as round as in metres', async () => {
    const at = (x: number, y: number) => rd.toWgs84(x, y).toReversed().join(' ')
    const shapes = await read(
      polygon(
        `<gml:Ring>${member('curveMember', curve(`<gml:Circle><gml:posList>${at(140100, 450000)} ${at(140000, 450100)} ${at(139900, 450000)}</gml:posList></gml:Circle>`))}</gml:Ring>`,
        ` srsName="${etrs}"`,
      ),
    )
    expect(shapes.faults).toEqual([])
    expect(areaOf(shapes) / circleArea).toBeCloseTo(1, 2)
  })
})

describe('reference systems', () => {
  const place = '52.05 5.25'
  test.each(['MultiPoint', 'Point', 'pos'])('srsName on the %s holds', async (level) => {
    const on = (name: string) => (name === level ? ` srsName="${etrs}"` : '')
    const { points, faults } = await read(
      `<gml:MultiPoint${on('MultiPoint')}><gml:pointMember><gml:Point${on('Point')}><gml:pos${on('pos')}>${place}</gml:pos></gml:Point></gml:pointMember></gml:MultiPoint>`,
    )
    expect([points, faults]).toEqual([[[5.25, 52.05]], []])
  })

  test.each([place, '5.25 52.05'])('"EPSG:4258" by itself is read in the order in which %s lies in the country', async (text) => {
    const { points, faults } = await read(`<gml:Point srsName="EPSG:4258"><gml:pos>${text}</gml:pos></gml:Point>`)
    expect([points, faults]).toEqual([[[5.25, 52.05]], []])
  })

  test('an inner system goes before an outer one', async () => {
    const { points } = await read(
      `<gml:MultiPoint srsName="${rdName}">${member('pointMember', `<gml:Point srsName="${etrs}"><gml:pos>${place}</gml:pos></gml:Point>`, '<gml:Point><gml:pos>155000 463000</gml:pos></gml:Point>')}</gml:MultiPoint>`,
    )
    expect(points[0]).toEqual([5.25, 52.05])
    expect(points[1]?.[0]).toBeCloseTo(5.387, 3)
  })
})

describe('what is wrong is said ring by ring, and the rest is kept', () => {
  const two = (first: string) => `<gml:MultiSurface>${member('surfaceMember', first, polygon(ring(km)))}</gml:MultiSurface>`
  test.each([
    [
      'an open ring',
      polygon(ring('150000 450000 151000 450000 151000 451000 150000 451000')),
      /unclosed ring.*; that area is left out/,
    ],
    ['no boundary', '<gml:Polygon/>', /an area without a boundary/],
    ['a reference elsewhere', '<gml:Polygon xlink:href="#p1"/>', /Polygon names #p1, and geometry elsewhere is not read/],
    [
      'curves apart',
      polygon(
        `<gml:Ring>${member('curveMember', curve(straight('150000 450000 151000 450000')), curve(straight('151500 450500 150000 450500 150000 451000')))}</gml:Ring>`,
      ),
      /curves .* m apart; that area is left out/,
    ],
  ])('%s', async (_, broken, fault) => {
    const shapes = await read(two(broken))
    expect(shapes.faults.length).toBeGreaterThanOrEqual(1)
    expect(shapes.faults[0]).toMatch(fault)
    expect(areaOf(shapes) / 1e6).toBeCloseTo(1, 4)
  })

  test('a broken hole is filled, and said', async () => {
    const shapes = await read(
      polygon(ring(km)).replace(
        '</gml:Polygon>',
        `<gml:interior>${ring('140100 450100 140200 450100 140100 450100')}</gml:interior></gml:Polygon>`,
      ),
    )
    expect(shapes.faults).toEqual([expect.stringMatching(/a ring of 3 positions.*; the hole is filled/)])
    expect(areaOf(shapes) / 1e6).toBeCloseTo(1, 4)
  })

  test('a ring that crosses itself is kept, and said where', async () => {
    const shapes = await read(polygon(ring('140000 450000 141000 451000 141000 450000 140000 451000 140000 450000')))
    expect(shapes.faults).toEqual([])
    expect(shapes.remarks).toEqual([expect.stringMatching(/crosses itself at 140500 450500/)])
    expect(shapes.polygons).toHaveLength(1)
  })
})

test('a ring crosses itself when comparing every pair of sides says so', () => {
  const coordinate = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 40 }), (corners) => {
      const flat = [...corners, corners[0] ?? [0, 0]].flat()
      const side = (i: number) => flat.slice(2 * i, 2 * i + 4) as [number, number, number, number]
      const turn = (ax: number, ay: number, bx: number, by: number, x: number, y: number) =>
        Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
      let crossing = false
      for (let i = 0; i < corners.length; i++)
        for (let j = 0; j < i; j++) {
          const [ax, ay, bx, by] = side(i)
          const [cx, cy, dx, dy] = side(j)
          if (
            turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) < 0 &&
            turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) < 0
          )
            crossing = true
        }
      expect(crossingOf(flat) !== undefined).toBe(crossing)
    }),
    { numRuns: 500 },
  )
})

test('numbers are what JavaScript makes of them, to the last bit', () => {
  const number = fc.oneof(
    fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(9_999_999)).map(([whole, decimals]) => `${whole}.${decimals}`),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.constantFrom('-0.5', '+3', '.5', '5.', '1e3', '00012.50'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 20 }), fc.constantFrom(' ', '\n', '  \t'), (pairs, space) => {
      expect(positionsOf(` ${pairs.flat().join(space)} `, 2)).toEqual(pairs.flat().map(Number))
    }),
  )
  for (const bad of ['NaN 1', '1 Infinity', '1,0 2,0', '- 1', '. 1', '0x10 1'])
    expect(positionsOf(bad.replace('0x10', '1e999'), 2)).toEqual(expect.any(String))
})

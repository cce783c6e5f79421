import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#contract/geometry.ts'
import { areaOf, geometryOf, zoneOf } from '#contract/parameters.ts'
import { writeWkt } from '#contract/wkt.ts'

const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5 + 0)
const position = fc.tuple(degrees(180), degrees(90)) as fc.Arbitrary<Position>
const path = fc.array(position, { minLength: 2, maxLength: 6 })
const rings = fc.array(fc.array(position, { minLength: 4, maxLength: 6 }), { minLength: 1, maxLength: 3 })
const many = <T>(part: fc.Arbitrary<T>) => fc.array(part, { minLength: 1, maxLength: 3 })
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  many(position).map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
  path.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  many(path).map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
  rings.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  many(rings).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
)

describe('well-known text', () => {
  test('reads what it writes', () => {
    fc.assert(
      fc.property(geometry, (one) => {
        expect(geometryOf(writeWkt(one, 5))).toEqual(one)
      }),
    )
  })

  test.each([
    ['POINT (5.1 52)', { type: 'Point', coordinates: [5.1, 52] }],
    [
      'multipoint((5 52),(+6.50 -52))',
      {
        type: 'MultiPoint',
        coordinates: [
          [5, 52],
          [6.5, -52],
        ],
      },
    ],
    [
      '  LineString ( 5 52 ,\n6 52 ) ',
      {
        type: 'LineString',
        coordinates: [
          [5, 52],
          [6, 52],
        ],
      },
    ],
  ])('reads %s', (text, expected) => expect(geometryOf(text)).toEqual(expected))

  test.each([
    '',
    'POINT',
    'POINT()',
    'POINT(5)',
    'POINT(5 52 3)',
    'POINT(5 52, 6 52)',
    'POINT(5e1 52)',
    'POINT(181 52)',
    'POINT Z (5 52)',
    'POINT(NaN 52)',
    'POINT(5 52',
    'POINT(5 52))',
    'LINESTRING(5 52)',
    'LINESTRING((5 52, 6 52))',
    'LINESTRING(5 52,, 6 52)',
    'LINESTRING(5 52, 7)',
    'LINESTRING(5 52 6 52)',
    'POLYGON(5 52, 6 52, 6 53, 5 52)',
    'POLYGON((5 52, 6 52, 5 52))',
    'MULTIPOLYGON((5 52, 6 52, 6 53, 5 52))',
    'CIRCLE(5 52)',
    '__proto__(5 52)',
    'constructor(5 52)',
    'POINT([5,52])',
    'POINT(<5;52>)',
    'POINT(5 52);DROP',
    `POINT(${'('.repeat(900)}5 52${')'.repeat(900)})`,
    `LINESTRING(${'1 '.repeat(2500)})`,
  ])('refuses %s', (text) => expect(geometryOf(text)).toBeUndefined())

  test('whatever is sent, it answers with a geometry or nothing', () => {
    const hostile = fc.oneof(fc.string(), fc.stringMatching(/^(POINT|POLYGON|LINESTRING) ?[()0-9 .,+eE<>;-]{0,60}$/))
    fc.assert(fc.property(hostile, (text) => void geometryOf(text)))
  })

  test('an area must be closed by its author', () => {
    expect(areaOf('POLYGON((5 52, 6 52, 6 53, 5 52))')).toBeDefined()
    expect(areaOf('POLYGON((5 52, 6 52, 6 53, 5 53))')).toBeUndefined()
    expect(areaOf('POINT(5 52)')).toBeUndefined()
  })
})

test.each([
  ['visie.wonen/zone-1', { layer: 'visie.wonen', id: 'zone-1' }],
  ['visie.wonen/a/b', { layer: 'visie.wonen', id: 'a/b' }],
  ['visie.wonen/a%2Cb%25', { layer: 'visie.wonen', id: 'a,b%' }],
  ['visie.wonen/', undefined],
  ['/zone', undefined],
  ['zone', undefined],
  ['visie/100%', undefined],
])('a listed zone: %s', (text, expected) => expect(zoneOf(text)).toEqual(expected))

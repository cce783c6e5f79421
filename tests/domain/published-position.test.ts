import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance } from '#domain/great-circle.ts'
import { placeOf } from '#domain/place.ts'
import { publishedPosition, squareCentre } from '#domain/published-position.ts'
import { nearestVillage, reach } from '#domain/village.ts'
import { position, shape } from './arbitrary.ts'

const villages = [
  { id: 'bunnik', name: 'Bunnik', position: [5.1986, 52.0656] as [number, number] },
  { id: 'odijk', name: 'Odijk', position: [5.2361, 52.0525] as [number, number] },
]

describe('published position', () => {
  test('of a blurred point is the centre of a square of 100 m, its own centre, at most half a diagonal away', () => {
    fc.assert(
      fc.property(position(), (place) => {
        const centre = squareCentre(place)
        expect(squareCentre(centre)).toEqual(centre)
        expect(distance(place, centre)).toBeLessThan(Math.hypot(50, 50) + 0.1)
        expect(publishedPosition({ type: 'Point', coordinates: place }, 'grid100')).toEqual({
          type: 'Point',
          coordinates: centre,
        })
      }),
    )
  })

  test('says nothing about where in the square the point was', () => {
    const [x, y] = squareCentre([5.1986, 52.0656])
    for (const [dx, dy] of [
      [0.0006, 0.0003],
      [-0.0006, -0.0003],
      [0.0001, -0.0004],
    ] as const)
      expect(squareCentre([x + dx, y + dy])).toEqual([x, y])
  })

  test('is none where only the village is public, and exact for lines and areas', () => {
    expect(publishedPosition({ type: 'Point', coordinates: [5.2, 52] }, 'village')).toBeNull()
    fc.assert(
      fc.property(shape, fc.constantFrom('exact', 'grid100', 'village'), (given, precision) => {
        fc.pre(given.type !== 'MultiPoint')
        expect(publishedPosition(given, precision)).toEqual(given)
      }),
    )
  })
})

describe('village', () => {
  test('is the nearest within 3 km along a great circle', () => {
    expect(nearestVillage({ type: 'Point', coordinates: [5.21, 52.062] }, villages)).toBe('bunnik')
    expect(nearestVillage({ type: 'Point', coordinates: [5.23, 52.055] }, villages)).toBe('odijk')
    fc.assert(
      fc.property(position(), (coordinates) => {
        const metres = villages.map((village) => distance(coordinates, village.position))
        const least = Math.min(...metres)
        const expected = least <= reach ? villages[metres.indexOf(least)]?.id : null
        expect(nearestVillage({ type: 'Point', coordinates }, villages)).toBe(expected)
      }),
    )
  })

  test('of a line or area is the one that its nearest point is closest to', () => {
    expect(
      nearestVillage(
        {
          type: 'LineString',
          coordinates: [
            [5, 52.0656],
            [5.19, 52.0656],
          ],
        },
        villages,
      ),
    ).toBe('bunnik')
    expect(
      nearestVillage(
        {
          type: 'Polygon',
          coordinates: [
            [
              [5.1, 52],
              [5.22, 52],
              [5.22, 52.2],
              [5.1, 52.2],
              [5.1, 52],
            ],
          ],
        },
        villages,
      ),
    ).toBe('bunnik')
    expect(
      nearestVillage(
        {
          type: 'LineString',
          coordinates: [
            [5, 51.9],
            [5.1, 51.9],
          ],
        },
        villages,
      ),
    ).toBeNull()
  })
})

describe('place', () => {
  test('takes the village from the published position, or from what the author named, or from the hidden position', () => {
    const at = (x: number, y: number) => ({ type: 'Point' as const, coordinates: [x, y] as [number, number] })
    expect(placeOf({ geometry: at(5.2, 52.066), precision: 'exact', village: 'odijk' }, villages).village).toBe('bunnik')
    expect(placeOf({ geometry: null, precision: 'exact', village: 'odijk' }, villages)).toEqual({
      geometry: null,
      village: 'odijk',
    })
    expect(placeOf({ geometry: at(5.2, 52.066), precision: 'village' }, villages)).toEqual({ geometry: null, village: 'bunnik' })
    expect(placeOf({ geometry: at(5.2, 52.066), precision: 'village', village: 'odijk' }, villages).village).toBe('odijk')
    expect(placeOf({ geometry: at(5, 51.8), precision: 'village' }, villages)).toEqual({ geometry: null, village: null })
  })
})

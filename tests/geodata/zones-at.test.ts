import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collection, polygons, positions, square } from './fixture.ts'
import { geodataOf, ids, point, polygon } from './here.ts'

describe('points', () => {
  test('lie in the zones that contain them, as turf finds in the polygons as they were given; also close to a border', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(polygons, { minLength: 1, maxLength: 6 }),
        fc.array(positions, { minLength: 25, maxLength: 25 }),
        fc.array(fc.tuple(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(-1e-9, 0, 1e-9)), {
          minLength: 25,
          maxLength: 25,
        }),
        async (shapes, anywhere, borders) => {
          // The first two make one zone of two parts.
          const zones = [{ type: 'MultiPolygon' as const, coordinates: shapes.slice(0, 2) }, ...shapes.slice(2).map(polygon)]
          const geodata = await geodataOf({
            'gebieden.geojson': collection(zones.map((geometry, index) => ({ id: `z${index}`, geometry }))),
          })
          const edges = shapes.flat().flatMap((ring) => ring.slice(1).map((end, index) => [ring[index] ?? end, end] as const))
          const near = borders.map(([pick, share, beside]): [number, number] => {
            const [[ax, ay], [bx, by]] = edges[pick % edges.length] as (typeof edges)[number]
            return [ax + (bx - ax) * share + beside, ay + (by - ay) * share]
          })
          for (const [x, y] of [...anywhere, ...near]) {
            const found = await ids(geodata, point(x, y))
            expect(found.length).toBe(new Set(found).size)
            for (const [index, zone] of zones.entries()) {
              const strictly = distanceToBorder(x, y, zone) > 1e-12
              // On a border, to the last bit, it depends on the side: cut.test.ts.
              if (strictly) expect(found.includes(`z${index}`)).toBe(booleanPointInPolygon([x, y], zone))
            }
          }
        },
      ),
      { numRuns: 15 },
    )
  })

  test('lie in one of two neighbours on their border, and in none in a hole', async () => {
    const [outer = []] = square(5.2, 52, 0.05)
    const [hole = []] = square(5.2, 52, 0.01)
    const geodata = await geodataOf({
      'gebieden.geojson': collection([
        { id: 'west', geometry: polygon([outer, hole]) },
        { id: 'east', geometry: polygon(square(5.3, 52, 0.05)) },
      ]),
    })
    expect(await ids(geodata, point(5.25, 52))).toEqual(['east'])
    expect(await ids(geodata, point(5.2, 52))).toEqual([])
    expect(await ids(geodata, point(5.22, 52))).toEqual(['west'])
    expect(await ids(geodata, point(5.5, 52))).toEqual([])
  })

  test('several points lie in the zones that contain any of them', async () => {
    const geodata = await geodataOf({ 'g.geojson': collection([{ id: 'a', geometry: polygon(square(5.2, 52, 0.05)) }]) })
    expect(
      await ids(geodata, {
        type: 'MultiPoint',
        coordinates: [
          [6, 52],
          [5.2, 52],
        ],
      }),
    ).toEqual(['a'])
  })

  test('lie at a line or point zone within ten metres', async () => {
    const geodata = await geodataOf({
      'weg.geojson': collection([
        {
          id: 'n229',
          geometry: {
            type: 'LineString',
            coordinates: [
              [5.2, 52],
              [5.3, 52],
            ],
          },
        },
      ]),
      'halte.geojson': collection([{ id: 'station', geometry: { type: 'Point', coordinates: [5.25, 52.00012] } }]),
    })
    expect((await ids(geodata, point(5.25, 52.00005))).sort()).toEqual(['n229', 'station'])
    expect(await ids(geodata, point(5.25, 52.0003))).toEqual([])
    expect(await ids(geodata, point(5.3002, 52))).toEqual([])
  })
})

describe('lines and areas', () => {
  const half = {
    'g.geojson': collection([
      { id: 'west', geometry: polygon(square(5.1, 52, 0.1)) },
      { id: 'east', geometry: polygon(square(5.3, 52, 0.1)) },
    ]),
  }

  test('get the share of their length', async () => {
    const geodata = await geodataOf(half)
    const zones = await geodata.zonesAt({
      type: 'LineString',
      coordinates: [
        [5.15, 52],
        [5.35, 52],
      ],
    })
    expect(zones.map(({ id, share }) => [id, share])).toEqual([
      ['east', 0.75],
      ['west', 0.25],
    ])
  })

  test('get the share of their area; merely touching does not count', async () => {
    const geodata = await geodataOf(half)
    const zones = await geodata.zonesAt(polygon(square(5.175, 52, 0.05)))
    expect(zones.map(({ id, share }) => [id, share])).toEqual([
      ['east', 0.25],
      ['west', 0.75],
    ])
    const beside = await geodata.zonesAt({
      type: 'Polygon',
      coordinates: [
        [
          [5.4, 52],
          [5.5, 52],
          [5.5, 52.05],
          [5.4, 52.05],
          [5.4, 52],
        ],
      ],
    })
    expect(beside).toEqual([])
  })

  test('an area in a hole has no share; one around a zone has the part that it covers', async () => {
    const [outer = []] = square(5.2, 52, 0.04)
    const [hole = []] = square(5.2, 52, 0.02)
    const geodata = await geodataOf({ 'g.geojson': collection([{ id: 'ring', geometry: polygon([outer, hole]) }]) })
    expect(await geodata.zonesAt(polygon(square(5.2, 52, 0.01)))).toEqual([])
    expect((await geodata.zonesAt(polygon(square(5.2, 52, 0.08)))).map((zone) => zone.share)).toEqual([0.1875])
    expect((await geodata.zonesAt(polygon(square(5.23, 52, 0.005)))).map((zone) => zone.share)).toEqual([1])
  })

  test('the share of a square is what counting points in it gives', async () => {
    await fc.assert(
      fc.asyncProperty(polygons, positions, fc.double({ min: 0.01, max: 0.06, noNaN: true }), async (rings, [x, y], size) => {
        const geodata = await geodataOf({ 'g.geojson': collection([{ id: 'a', geometry: polygon(rings) }]) })
        const [zone] = await geodata.zonesAt(polygon(square(x, y, size)))
        const side = 60
        let inside = 0
        for (let column = 0; column < side; column++) {
          for (let row = 0; row < side; row++) {
            const at = (index: number) => ((index + 0.5) / side) * 2 * size - size
            if (booleanPointInPolygon([x + at(column), y + at(row)], polygon(rings))) inside++
          }
        }
        expect(Math.abs((zone?.share ?? 0) - inside / side ** 2)).toBeLessThan(0.06)
      }),
      { numRuns: 25 },
    )
  })

  test('lines and points as zones have no share', async () => {
    const geodata = await geodataOf({
      'weg.geojson': collection([
        {
          id: 'weg',
          geometry: {
            type: 'LineString',
            coordinates: [
              [5, 52],
              [5.4, 52],
            ],
          },
        },
      ]),
      'halte.geojson': collection([{ id: 'halte', geometry: { type: 'Point', coordinates: [5.2, 52.001] } }]),
    })
    const zones = await geodata.zonesAt(polygon(square(5.2, 52, 0.01)))
    expect(zones.map(({ id, share }) => [id, share])).toEqual([
      ['halte', undefined],
      ['weg', undefined],
    ])
    expect(
      await ids(geodata, {
        type: 'LineString',
        coordinates: [
          [5.1, 51.9],
          [5.1, 52.1],
        ],
      }),
    ).toEqual(['weg'])
    expect(
      await ids(geodata, {
        type: 'LineString',
        coordinates: [
          [5.1, 52.05],
          [5.1, 52.1],
        ],
      }),
    ).toEqual([])
  })
})

/** Degrees to the nearest edge. */
function distanceToBorder(x: number, y: number, zone: GeoJSON.Polygon | GeoJSON.MultiPolygon): number {
  let least = Infinity
  for (const ring of zone.type === 'Polygon' ? zone.coordinates : zone.coordinates.flat()) {
    for (let index = 1; index < ring.length; index++) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[index - 1] ?? [], ring[index] ?? []]
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
      least = Math.min(least, Math.hypot(x - ax - (bx - ax) * share, y - ay - (by - ay) * share))
    }
  }
  return least
}

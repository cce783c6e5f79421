import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { latitudeAt, longitudeAt } from '#domain/mercator.ts'
import { touchesBox } from '#domain/touches.ts'
import { touchesArea } from '#domain/touches-area.ts'
import type { PageRequest } from '#store/store.ts'
import { box, geometry, point as pointAnywhere, position, ring } from '../domain/arbitrary.ts'
import { contribution, nextConsultation, submissionOf } from './contributions.ts'
import { useDatabase } from './fixture.ts'

const fixture = useDatabase()

async function fill(geometries: readonly Geometry[]): Promise<{ consultation: string; records: ContributionRecord[] }> {
  const consultation = nextConsultation()
  const records = geometries.map((place) => contribution(consultation, place))
  await Promise.all(records.map((record) => fixture.store.submit(submissionOf(record))))
  return { consultation, records }
}
let many: ReturnType<typeof fill> | undefined
/** More points than one tile draws; put in once. */
const manyPoints = (): ReturnType<typeof fill> => {
  many ??= fill(fc.sample(pointAnywhere, { numRuns: 510, seed: 3 }))
  return many
}
const touching = (records: readonly ContributionRecord[], bbox: BBox): string[] =>
  records
    .filter(({ geometry: place }) => place && touchesBox(place, bbox))
    .map(({ id }) => id)
    .sort()
/** 60 random points, lines and areas of every size. */
const sample = fc.sample(geometry, { numRuns: 60, seed: 20261124 })
const tileBox = (z: number, x: number, y: number): BBox => {
  const size = 2 ** z
  return [longitudeAt(x / size), latitudeAt((y + 1) / size), longitudeAt((x + 1) / size), latitudeAt(y / size)]
}

describe('box', () => {
  test('gives exactly what touches it, each once, whatever the size of the page', async () => {
    const { consultation, records } = await fill(sample)
    await fc.assert(
      fc.asyncProperty(box, fc.constantFrom(2, 7, 100), async (bbox, limit) => {
        const found: string[] = []
        let next: string | undefined
        do {
          const page = await fixture.store.inBBox(consultation, bbox, { filter: {}, limit, ...(next ? { next } : {}) })
          expect(page.items.length).toBeLessThanOrEqual(limit)
          found.push(...page.items.map(({ id }) => id))
          next = page.next
        } while (next)
        expect(found.toSorted()).toEqual(touching(records, bbox))
      }),
      { numRuns: 40 },
    )
  })

  test('pages stay whole while others put more on the map, the first line and area among it', async () => {
    const { consultation, records } = await fill(fc.sample(pointAnywhere, { numRuns: 40, seed: 2 }))
    const bbox: BBox = [5, 51.8, 5.5, 52.3]
    const found: string[] = []
    let next: string | undefined
    do {
      const page = await fixture.store.inBBox(consultation, bbox, { filter: {}, limit: 5, ...(next ? { next } : {}) })
      found.push(...page.items.map(({ id }) => id))
      next = page.next
      await Promise.all(
        fc.sample(geometry, 3).map((place) => fixture.store.submit(submissionOf(contribution(consultation, place)))),
      )
    } while (next)
    expect(new Set(found).size).toBe(found.length)
    const known = new Set(records.map(({ id }) => id))
    expect(found.filter((id) => known.has(id)).sort()).toEqual(touching(records, bbox))
  })

  test('a filter leaves out what does not meet it, over the same pages', async () => {
    const consultation = nextConsultation()
    const places = fc.sample(pointAnywhere, { numRuns: 40, seed: 7 })
    const records = places.map((place, index) =>
      contribution(consultation, place, {
        kind: index % 4 === 0 ? 'concern' : 'idea',
        description: `Tekst ${index % 2 ? 'appel' : 'peer'}`,
      }),
    )
    await Promise.all(records.map((record) => fixture.store.submit(submissionOf(record))))
    const bbox: BBox = [5, 51.8, 5.5, 52.3]
    const found: string[] = []
    let next: string | undefined
    do {
      const page = await fixture.store.inBBox(consultation, bbox, {
        filter: { kinds: ['concern'], text: 'peer' },
        limit: 3,
        ...(next ? { next } : {}),
      })
      found.push(...page.items.map(({ id }) => id))
      next = page.next
    } while (next)
    expect(found.toSorted()).toEqual(records.filter((_, index) => index % 4 === 0).map(({ id }) => id))
  })
})

describe('area', () => {
  test('gives exactly what touches it, each once, whatever the size of the page', async () => {
    const { consultation, records } = await fill(sample)
    await fc.assert(
      fc.asyncProperty(ring, fc.constantFrom(3, 100), async (outer, limit) => {
        const area = { type: 'Polygon' as const, coordinates: [outer] }
        const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)]
        const bbox: BBox = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
        const found: string[] = []
        let next: string | undefined
        do {
          const page = await fixture.store.inBBox(consultation, bbox, { filter: {}, limit, ...(next ? { next } : {}) }, area)
          found.push(...page.items.map(({ id }) => id))
          next = page.next
        } while (next)
        const expected = records.filter(({ geometry: place }) => place && touchesArea(place, area)).map(({ id }) => id)
        expect(found.toSorted()).toEqual(expected.sort())
      }),
      { numRuns: 40 },
    )
  })
})

describe('pages while others add, move and hide', () => {
  const zone = { layer: 'visie.wonen', id: 'dorp', title: 'Dorp', version: '1' }
  const everywhere: BBox = [4, 51, 6.5, 53]
  const roof: Position[] = [
    [4, 51],
    [6.5, 51],
    [6.5, 53],
    [5.2, 53.4],
    [4, 53],
    [4, 51],
  ]
  const questions = {
    box: (consultation: string, page: PageRequest) => fixture.store.inBBox(consultation, everywhere, page),
    polygon: (consultation: string, page: PageRequest) =>
      fixture.store.inBBox(consultation, [4, 51, 6.5, 53.4], page, { type: 'Polygon', coordinates: [roof] }),
    zone: (consultation: string, page: PageRequest) =>
      fixture.store.newest(consultation, { ...page, filter: { zone: `${zone.layer}/${zone.id}` } }),
  }
  test.each(Object.entries(questions))('%s: what stays put comes exactly once, in the order of a quiet read', async (_, ask) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(geometry, { minLength: 8, maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.tuple(fc.constantFrom('add', 'move', 'hide'), geometry, fc.nat()), { minLength: 4, maxLength: 12 }),
        async (places, limit, deeds) => {
          const consultation = nextConsultation()
          const submissions = places.map((place) => submissionOf(contribution(consultation, place, { zones: [zone] })))
          await Promise.all(submissions.map((submission) => fixture.store.submit(submission)))
          const quiet = (await ask(consultation, { filter: {}, limit: 100 })).items.map(({ id }) => id)
          expect(quiet.toSorted()).toEqual(submissions.map(({ record }) => record.id).sort())
          const versions = new Map(submissions.map(({ record }) => [record.id, 1]))
          const touched = new Set<string>()
          const act = async ([deed, place, number]: (typeof deeds)[number]): Promise<void> => {
            if (deed === 'add')
              return void (await fixture.store.submit(submissionOf(contribution(consultation, place, { zones: [zone] }))))
            const { record, private: part } = submissions[number % submissions.length] as (typeof submissions)[number]
            const version = versions.get(record.id) ?? 1
            touched.add(record.id)
            versions.set(record.id, version + 1)
            const event = { at: record.createdAt, by: 'author', role: null, why: null } as const
            if (deed === 'move')
              await fixture.store.edit({ ...record, geometry: place }, part, version, { ...event, what: 'edited' })
            else {
              const { version: after } = await fixture.store.changeState(record.id, 'hidden', version, {
                ...event,
                what: 'hidden',
              })
              versions.set(record.id, after)
            }
          }
          const found: string[] = []
          let next: string | undefined
          do {
            const page = await ask(consultation, { filter: {}, limit, ...(next ? { next } : {}) })
            found.push(...page.items.map(({ id }) => id))
            next = page.next
            const deed = deeds.shift()
            if (deed) await act(deed)
          } while (next)
          const still = quiet.filter((id) => !touched.has(id))
          expect(found.filter((id) => still.includes(id))).toEqual(still)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('tile', () => {
  test('draws what touches it at every zoom, each once', async () => {
    // Nobody counts here: of what is not counted yet a tile reads 166 entries, and these fifty have 135.
    const { consultation, records } = await fill(sample.slice(0, 50))
    await fc.assert(
      fc.asyncProperty(position(), fc.integer({ min: 0, max: 16 }), async ([longitude, latitude], z) => {
        const size = 2 ** z
        const x = Math.floor(((longitude + 180) / 360) * size)
        const radians = (latitude * Math.PI) / 180
        const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * size)
        const { entries, clusters } = await fixture.store.tile(consultation, z, x, y)
        const drawn = entries.map(({ id }) => id)
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(clusters).toEqual([])
        const inside = records.filter(({ geometry: place }) => {
          if (!place) return false
          const [west, south, east, north] = tileBox(z, x, y)
          // Away from the edge by more than the map's rounding, so that both sides of a border may draw it.
          const inset = Math.min(0.0001, (east - west) / 10)
          return touchesBox(place, [west + inset, south + inset, east - inset, north - inset])
        })
        for (const { id } of inside) expect(drawn).toContain(id)
        const near = records.filter(({ geometry: place }) => {
          const [west, south, east, north] = tileBox(z, x, y)
          const margin = (east - west) * 0.02 + 0.0001
          return place && touchesBox(place, [west - margin, south - margin, east + margin, north + margin])
        })
        expect(near.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn))
      }),
      { numRuns: 50 },
    )
  })
})

describe('calls and units', () => {
  const measure = async <T>(work: () => Promise<T>) => {
    fixture.consumed.length = 0
    await work()
    const sum = (of: 'readUnits' | 'writeUnits') => fixture.consumed.reduce((total, consumed) => total + consumed[of], 0)
    return { calls: fixture.consumed.length, read: sum('readUnits'), written: sum('writeUnits') }
  }
  const zones = Array.from({ length: 6 }, (_, index) => ({
    layer: `omgevingsvisie.wonen-${index}`,
    id: `zone-${index}`,
    title: 'Zoekgebied voor woningbouw',
    version: '2026-01-01',
  }))
  const described = (length: number) => ({ description: 'a'.repeat(length), zones })

  test('a point with 500 characters takes at most 16 write units, and 2 for each further kB', async () => {
    const consultation = nextConsultation()
    const cost = async (length: number) =>
      (
        await measure(() =>
          fixture.store.submit(
            submissionOf(contribution(consultation, { type: 'Point', coordinates: [5.2, 52] }, described(length))),
          ),
        )
      ).written
    const short = await cost(500)
    expect(short).toBeLessThanOrEqual(16)
    expect(await cost(500 + 3 * 1024)).toBeLessThanOrEqual(short + 6)
  })

  test('a line or area takes at most 80', async () => {
    const consultation = nextConsultation()
    for (const place of fc.sample(geometry, { numRuns: 40, seed: 11 })) {
      const { written } = await measure(() =>
        fixture.store.submit(submissionOf(contribution(consultation, place, described(500)))),
      )
      expect(written).toBeLessThanOrEqual(80)
    }
  })

  test('a tile takes at most 2 calls without shapes, 5 with, and 32 read units', async () => {
    const points = await manyPoints()
    const mixed = await fill(fc.sample(geometry, { numRuns: 200, seed: 6 }))
    for (const [consultation, calls] of [
      [points.consultation, 2],
      [mixed.consultation, 5],
    ] as const) {
      // The first of a process also asks whether there are lines and areas.
      await fixture.store.tile(consultation, 0, 0, 0)
      for (const [z, x, y] of [
        [0, 0, 0],
        [9, 263, 168],
        [13, 4215, 2703],
        [16, 33_725, 21_625],
      ] as const) {
        const cost = await measure(() => fixture.store.tile(consultation, z, x, y))
        expect(cost.calls).toBeLessThanOrEqual(calls)
        expect(cost.read).toBeLessThanOrEqual(32)
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { ContributionFeature } from '#contract/contribution.ts'
import { pinRadius } from '#web/map/contribution-layers.ts'
import { localFeatures } from '#web/map/local-features.ts'
import { newsWords, placeWords } from '#web/map/map-words.ts'
import { nationalMapAnswers } from '#web/map/national.ts'
import { boundsOf, roundView, usablePadding, viewKey, visibleMiddle } from '#web/map/view.ts'
import { direction, distance, whereabouts } from '#web/map/whereabouts.ts'
import { mapText } from '#web/text/map.ts'

const cothen = { name: 'Cothen', position: [5.3078, 51.9955] as [number, number] }
const houten = { name: 'Houten', position: [5.168, 52.029] as [number, number] }

describe('where something is, in words', () => {
  it('measures along the earth', () => {
    // One degree of latitude on a sphere of the mean radius: 111.195 km.
    expect(distance([5, 52], [5, 53])).toBeCloseTo(111_195, -1)
    expect(distance([5, 52], [5, 52])).toBe(0)
  })
  it('knows eight directions', () => {
    const around = [
      [0, 0.01],
      [0.0163, 0.01],
      [0.0163, 0],
      [0.0163, -0.01],
      [0, -0.01],
      [-0.0163, -0.01],
      [-0.0163, 0],
      [-0.0163, 0.01],
    ] as const
    expect(around.map(([x, y]) => direction([5, 52], [5 + x, 52 + y]))).toEqual([
      'north',
      'northEast',
      'east',
      'southEast',
      'south',
      'southWest',
      'west',
      'northWest',
    ])
  })
  it('goes by the nearest village', () => {
    expect(whereabouts([5.3078, 51.9991], [houten, cothen])).toEqual({ village: 'Cothen', metres: 400, direction: 'north' })
    expect(whereabouts([5.3078, 51.9956], [houten, cothen])).toMatchObject({ metres: 0 })
    expect(whereabouts([5.3, 52], [])).toBeNull()
  })
  it('speaks Dutch and English', () => {
    const north: [number, number] = [5.3078, 51.9991]
    expect(placeWords(north, [cothen], mapText.nl)).toBe('400 m ten noorden van Cothen')
    expect(placeWords(north, [cothen], mapText.en)).toBe('400 m north of Cothen')
    expect(placeWords([5.3078, 52.0272], [cothen], mapText.nl)).toBe('3,5 km ten noorden van Cothen')
    expect(placeWords(cothen.position, [cothen], mapText.nl)).toBe('in het hart van Cothen')
    expect(newsWords({ what: 'set', count: 3, at: north }, [cothen], mapText.nl)).toBe(
      'Punt 3 gezet, 400 m ten noorden van Cothen.',
    )
    expect(newsWords({ what: 'removed', left: 1 }, [cothen], mapText.nl)).toBe('Punt weggehaald. Nog 1 punt.')
  })
})

describe('the visible part of the map', () => {
  const size = { width: 1440, height: 900 }
  it('is what panels leave', () => {
    expect(visibleMiddle({ top: 0, right: 0, bottom: 0, left: 380 }, size)).toEqual({ x: 910, y: 450 })
  })
  it('ignores a panel that covers the map altogether', () => {
    const phone = { width: 360, height: 740 }
    expect(usablePadding({ top: 0, right: 0, bottom: 700, left: 0 }, phone).bottom).toBe(0)
    expect(usablePadding({ top: 56, right: 0, bottom: 300, left: 0 }, phone)).toEqual({ top: 56, right: 0, bottom: 300, left: 0 })
  })
  it('is written alike however often it is read back', () => {
    const view = roundView({ zoom: 12.3456, lat: 52.123456789, lng: 5.1 })
    expect(view).toEqual({ zoom: 12.35, lat: 52.12346, lng: 5.1 })
    expect(viewKey(view)).toBe(viewKey({ ...view, lat: 52.123462 }))
  })
  it('has bounds, and none of nothing', () => {
    expect(
      boundsOf([
        [5, 52],
        [6, 51],
      ]),
    ).toEqual([5, 51, 6, 52])
    expect(boundsOf([])).toBeNull()
  })
})

describe('pins', () => {
  it('grow towards the village and stay within a finger', () => {
    const radii = [6, 8, 9, 9.5, 10, 11, 12, 13, 14, 15, 16, 19].map(pinRadius)
    expect(radii).toEqual(radii.toSorted((a, b) => a - b))
    expect(radii.at(0)).toBeGreaterThan(3)
    expect(radii.at(-1)).toBe(15)
  })
})

describe('contributions that the page holds', () => {
  const feature = (geometry: ContributionFeature['geometry']) =>
    ({
      id: 'a',
      geometry,
      properties: { kind: 'idea', theme: 'food', themes: ['food', 'health'], title: 'T', village: null, outcome: 'open' },
    }) as unknown as ContributionFeature

  it('become a pin each, and a shape where they have one', () => {
    const line = feature({
      type: 'LineString',
      coordinates: [
        [5, 52],
        [5.2, 52],
      ],
    })
    const { features } = localFeatures([feature({ type: 'Point', coordinates: [5, 52] }), line, feature(null)])
    expect(features.map(({ geometry }) => geometry.type)).toEqual(['Point', 'LineString', 'Point'])
    expect(features[2]?.geometry).toEqual({ type: 'Point', coordinates: [5.1, 52] })
    expect(features[0]?.properties).toMatchObject({ id: 'a', themes: 'food,health' })
  })
})

describe('the national map', () => {
  const answer = (status: number, type: string) => async () => new Response('', { status, headers: { 'content-type': type } })
  it('counts as there only when a picture arrives', async () => {
    expect(await nationalMapAnswers(answer(200, 'image/png'))).toBe(true)
    expect(await nationalMapAnswers(answer(200, 'text/html'))).toBe(false)
    expect(await nationalMapAnswers(answer(503, 'image/png'))).toBe(false)
    expect(await nationalMapAnswers(() => Promise.reject(new TypeError('Failed to fetch')))).toBe(false)
  })
})

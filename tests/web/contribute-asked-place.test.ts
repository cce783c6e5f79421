import { describe, expect, test } from 'vitest'
import type { Consultation } from '#contract/consultation.ts'
import type { Geometry, Position } from '#contract/geometry.ts'
import { geometryOf } from '#contract/parameters.ts'
import { askedPlace } from '#web/contribute/asked-place.ts'
import { type Draft, emptyDraft } from '#web/contribute/draft.ts'

const consultation = {
  villages: [
    { id: 'odijk', name: 'Odijk', position: [5.236, 52.053] },
    { id: 'cothen', name: 'Cothen', position: [5.3083, 51.9967] },
  ],
} as unknown as Consultation
const asked = (draft: Partial<Draft>) => askedPlace({ ...emptyDraft, ...draft }, consultation)
const at = (geometry: Geometry, more: Partial<Draft> = {}) => asked({ place: { at: 'geometry', geometry }, ...more })
const point: Geometry = { type: 'Point', coordinates: [5.23712345, 52.05198765] }

describe('what applies is asked', () => {
  test('nowhere while nothing is chosen', () => {
    expect(asked({})).toBeUndefined()
    expect(asked({ place: { at: 'village', village: '' } })).toBeUndefined()
  })

  test('at a point, in the middle of a village', () => {
    expect(at(point)).toEqual({ at: point.coordinates })
    const cothen = { at: [5.3083, 51.9967], middleOf: 'village', village: 'Cothen' }
    expect(asked({ place: { at: 'village', village: 'cothen' } })).toEqual(cothen)
  })

  test('never at the exact place of somebody who blurs it', () => {
    const blurred = at(point, { precision: 'grid100' })
    expect(blurred).not.toEqual({ at: point.coordinates })
    expect(JSON.stringify(at({ type: 'Point', coordinates: [5.2371, 52.0519] }, { precision: 'grid100' }))).toBe(
      JSON.stringify(blurred),
    )
    expect(at(point, { precision: 'village' })).toEqual({ at: [5.236, 52.053], middleOf: 'village', village: 'Odijk' })
  })

  test('along a line and in an area, as the API reads them', () => {
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [5.2, 52],
        [5.28001, 52.05],
      ],
    }
    const found = at(line, { precision: 'village' })
    expect(found && 'shape' in found && geometryOf(found.shape)).toEqual(line)
  })

  test('in the middle of what is too large or too fine for an address', () => {
    const fine: Position[] = Array.from({ length: 900 }, (_, index) => [5.2 + index * 0.0001, 52 + (index % 2) * 0.0001])
    expect(at({ type: 'LineString', coordinates: fine })).toMatchObject({ middleOf: 'shape' })
    expect(
      at({
        type: 'LineString',
        coordinates: [
          [5, 52],
          [5.6, 52],
        ],
      }),
    ).toEqual({ at: [5.3, 52], middleOf: 'shape' })
  })
})

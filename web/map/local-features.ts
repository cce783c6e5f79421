/** Contributions that the page itself holds, as the style draws them: shapes, and one pin for each. */
import type { Geometry } from '#contract/geometry.ts'
import { spotOf } from '#domain/anchor.ts'
import type { LooksOfPin } from './port.ts'

/** As much of a contribution as is drawn. */
export interface Drawable {
  readonly id: string
  readonly geometry: Geometry | null
  readonly properties: LooksOfPin
}

/** Features with flat properties like the tiles' (`themes` as comma text, `part` on points of which there are several); contributions without a public place are left out. */
export function localFeatures(contributions: readonly Drawable[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: contributions.flatMap(({ id, geometry, properties }): GeoJSON.Feature[] => {
      if (geometry === null) return []
      const { kind, theme, themes, title, village, outcome } = properties
      const flat = { id, kind, theme, themes: themes.join(','), title, village, outcome }
      if (geometry.type === 'Point') return [{ type: 'Feature', geometry, properties: flat }]
      const shape = { ...flat, ...(geometry.type === 'MultiPoint' && { part: true }) }
      const pin: GeoJSON.Point = { type: 'Point', coordinates: spotOf(geometry) }
      return [
        { type: 'Feature', geometry, properties: shape },
        { type: 'Feature', geometry: pin, properties: flat },
      ]
    }),
  }
}

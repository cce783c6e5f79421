/** Where the form asks what applies: at the place as others will see it, so that an exact one that stays private is not asked about either. */
import type { Consultation, Village } from '#contract/consultation.ts'
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import { longestShape, writeWkt } from '#contract/wkt.ts'
import { placeOf } from '#domain/place.ts'
import { boundsOf } from '../explore/query.ts'
import { canBlur, type Draft } from './draft.ts'
import { spotOf } from './place.ts'

export type AskedPlace =
  /** A point; of a whole village its middle, of a shape that is too large to ask about the middle as well. */
  | { readonly at: Position; readonly middleOf?: 'shape' | 'village'; readonly village?: string }
  /** A line or area in well-known text. */
  | { readonly shape: string }

/** Decimals that tell places a metre apart. */
const decimals = 5
/** Degrees that the API takes for one shape. */
const widest = 0.1

/** Undefined while no place has been chosen. */
export function askedPlace(draft: Draft, consultation: Consultation): AskedPlace | undefined {
  const { place } = draft
  if (place.at === 'none') return undefined
  if (place.at === 'village') return middleOf(consultation.villages.find(({ id }) => id === place.village))
  const precision = canBlur(place) ? draft.precision : 'exact'
  const village = draft.village === '' ? {} : { village: draft.village }
  const shown = placeOf({ geometry: place.geometry, precision, ...village }, consultation.villages)
  if (shown.geometry === null) return middleOf(consultation.villages.find(({ id }) => id === shown.village))
  return placeOfGeometry(shown.geometry)
}

const middleOf = (village: Village | undefined): AskedPlace | undefined =>
  village && { at: village.position, middleOf: 'village', village: village.name }

function placeOfGeometry(geometry: Geometry): AskedPlace {
  if (geometry.type === 'Point') return { at: geometry.coordinates }
  const shape = writeWkt(geometry, decimals)
  if (shape.length <= longestShape && span(boundsOf(geometry)) <= widest) return { shape }
  return { at: spotOf(geometry), middleOf: 'shape' }
}

const span = ([west, south, east, north]: BBox): number => Math.max(east - west, north - south)

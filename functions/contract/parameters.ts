/** Parameters that operations share: their schemas (of the decoded value) and what they mean, in Dutch. */
import * as z from 'zod/mini'
import { ContributionId, limits, Slug } from './contribution.ts'
import { type BBox, Geometry, type Polygon, Position } from './geometry.ts'
import { KindId, OutcomeId, ThemeId } from './ids.ts'
import { longestShape, readWkt } from './wkt.ts'

const list = <S extends z.ZodMiniType>(item: S) => z.optional(z.array(item).check(z.minLength(1), z.maxLength(20)))

/** west, south, east, north in degrees, or with heights (of which we have none) between. West of east: over the date line. */
const Box = z.array(z.number()).check(
  z.minLength(4, { abort: true }),
  z.maxLength(6, { abort: true }),
  z.refine((numbers) => boxOf(numbers) !== undefined, { params: { code: 'badBox' } }),
)

/** The four numbers that count, or undefined where they are no box. */
export function boxOf(numbers: readonly number[]): BBox | undefined {
  const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((index) => numbers[index]) : numbers
  if (numbers.length === 5 || west === undefined || south === undefined || east === undefined || north === undefined)
    return undefined
  const inWorld = Math.max(Math.abs(west), Math.abs(east)) <= 180 && Math.max(Math.abs(south), Math.abs(north)) <= 90
  return inWorld && south <= north ? [west, south, east, north] : undefined
}

/** Characters that an area may have: some 150 corners. */
const longestArea = 4000
/** A polygon in well-known text, longitude first: `POLYGON((5.1 52, 5.2 52, 5.2 52.1, 5.1 52))`; further rings are holes. */
const Area = z.string().check(
  z.maxLength(longestArea, { abort: true }),
  z.refine((text) => areaOf(text) !== undefined, { params: { code: 'badFormat' } }),
)

/** The polygon that a text describes; undefined where it is none, or has a ring that is not closed or lies outside the world. */
export function areaOf(text: string): z.output<typeof Polygon> | undefined {
  const geometry = geometryOf(text)
  if (geometry?.type !== 'Polygon') return undefined
  return geometry.coordinates.every((ring) => String(ring[0]) === String(ring.at(-1))) ? geometry : undefined
}

/** The geometry that a text describes; undefined where it is none, or lies outside the world. */
export function geometryOf(text: string): Geometry | undefined {
  return Geometry.safeParse(readWkt(text)).data
}

const Shape = z.string().check(
  z.maxLength(longestShape, { abort: true }),
  z.refine((text) => geometryOf(text) !== undefined, { params: { code: 'badFormat' } }),
)

/** A moment or day, or an interval of them in which `..` or nothing stands for an open end (OGC API – Features, 7.15.4). */
const moment = String.raw`\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?`
const Datetime = z.string().check(
  z.regex(new RegExp(`^(${moment}|(${moment}|\\.\\.|)/(${moment}|\\.\\.|))$`), { abort: true }),
  z.refine((text) => text.split('/').every((part) => part === '' || part === '..' || !Number.isNaN(Date.parse(part))), {
    params: { code: 'badFormat' },
  }),
)

/** Filters of list, map area and download. */
export const filterShape = {
  bbox: z.optional(Box),
  area: z.optional(Area),
  datetime: z.optional(Datetime),
  kind: list(KindId),
  theme: list(ThemeId),
  outcome: list(OutcomeId),
  village: z.optional(Slug),
  /** `{layer}/{id}` of a zone. */
  zone: z.optional(z.string().check(z.regex(/^[^/]+\/.+$/), z.maxLength(300))),
  q: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
} as const

export const Filter = z.strictObject(filterShape)
export type Filter = z.output<typeof Filter>

export const pageShape = {
  limit: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 100),
  next: z.optional(z.string().check(z.maxLength(2000))),
} as const

export type PageQuery = { readonly limit: number; readonly next?: string | undefined }

export const consultationParam = { consultation: Slug } as const
export const collectionParam = { collection: Slug } as const
export const contributionParam = { contribution: ContributionId } as const
export const featureParam = { collection: Slug, featureId: ContributionId } as const

/** Deepest zoom of which tiles are made; beyond it the map draws them larger. */
const deepestZoom = 16
const tileIndex = z.int().check(z.minimum(0), z.maximum(2 ** deepestZoom - 1))
/** OGC API – Tiles: row before column. */
export const tileParam = {
  collection: Slug,
  tileMatrix: z.int().check(z.minimum(0), z.maximum(deepestZoom)),
  tileRow: tileIndex,
  tileCol: tileIndex,
} as const

/** Exactly one of two parameters; the fault stands at the first. */
const oneOf = (first: string, second: string) =>
  z.refine<Readonly<Record<string, unknown>>>((query) => (query[first] === undefined) !== (query[second] === undefined), {
    path: [first],
    params: { code: 'giveOne', choices: [first, second] },
    when: ({ value }) => typeof value === 'object' && value !== null,
  })

export const PlaceQuery = z.strictObject({ at: z.optional(Position), geometry: z.optional(Shape) }).check(oneOf('at', 'geometry'))

/** A zone in a list: `{layer}/{id}`, in which a comma of a name is written as %2C and a percent sign as %25. */
const ListedZone = z.string().check(
  z.maxLength(300, { abort: true }),
  z.refine((text) => zoneOf(text) !== undefined, { params: { code: 'badFormat' } }),
)

/** Layer and id of a listed zone; undefined where it is none. */
export function zoneOf(text: string): { layer: string; id: string } | undefined {
  const [layer, ...rest] = text.split('/')
  try {
    const id = decodeURIComponent(rest.join('/'))
    return layer === undefined || layer === '' || id === '' ? undefined : { layer: decodeURIComponent(layer), id }
  } catch {
    return undefined
  }
}

/** Zones and layers of one question. */
const mostZones = 100
const mostLayers = 10
export const ZoneCountQuery = z
  .strictObject({
    zone: z.optional(z.array(ListedZone).check(z.minLength(1), z.maxLength(mostZones))),
    layer: z.optional(z.array(z.string().check(z.regex(/^[^/,%]{1,150}$/))).check(z.minLength(1), z.maxLength(mostLayers))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 1000),
    next: z.optional(z.string().check(z.maxLength(2000))),
  })
  .check(oneOf('zone', 'layer'))

export const idempotencyShape = {
  'Idempotency-Key': z
    .string()
    .check(z.minLength(limits.idempotencyKey.min), z.maxLength(limits.idempotencyKey.max), z.regex(/^[\x21-\x7e]*$/)),
} as const

/** What each parameter means, for the OpenAPI document. */
export const parameterTexts: Readonly<Record<string, string>> = {
  bbox: 'Gebied: west, zuid, oost, noord in graden (WGS 84, lengte eerst).',
  area: 'Gebied als POLYGON in WKT, lengte eerst: alleen bijdragen die het raken.',
  datetime: 'Alleen bijdragen die op dit moment of in deze periode geplaatst zijn, zoals 2026-11-01/2026-11-30.',
  kind: 'Alleen deze soorten bijdragen.',
  theme: 'Alleen bijdragen met minstens één van deze onderwerpen.',
  outcome: 'Alleen bijdragen met een van deze uitkomsten.',
  village: 'Alleen bijdragen uit dit dorp.',
  zone: 'Alleen bijdragen in dit gebied van een kaartlaag, geschreven als {laag}/{gebied}. Bij aantallen mogen het er meer zijn, met een komma ertussen; een komma in een naam wordt dan %2C en een procentteken %25.',
  layer: 'Kaartlagen waarvan je de gebieden met bijdragen wilt tellen.',
  geometry:
    'Lijn, vlak of punten in WKT, lengte eerst, zoals LINESTRING(5.1 52, 5.2 52.1): dan staat bij elk gebied het aandeel.',
  q: 'Woorden die allemaal in titel of toelichting voorkomen.',
  limit: 'Hoeveel bijdragen of gebieden hoogstens op een pagina staan.',
  next: 'Verwijzing naar de volgende pagina, uit de link met rel "next" van de vorige.',
  f: 'Bestandsvorm van de download.',
  at: 'Plek: lengtegraad, breedtegraad (WGS 84).',
  consultation: 'Naam van het participatietraject in adressen.',
  collection: 'Naam van de collectie: die van het participatietraject.',
  featureId: 'Nummer van de bijdrage.',
  contribution: 'Nummer van de bijdrage.',
  tileMatrix: 'Zoomniveau; dieper dan 16 vergroot de kaart de tegels van 16.',
  tileRow: 'Rij van de tegel, van boven af geteld.',
  tileCol: 'Kolom van de tegel, van links af geteld.',
  'Idempotency-Key':
    'Sleutel van 16 tot 255 tekens die je maakt als het formulier opent: dubbel versturen plaatst dan maar één bijdrage.',
  'If-Match': 'ETag van de bijdrage zoals je die ophaalde; is ze intussen veranderd, dan gaat de wijziging niet door.',
}

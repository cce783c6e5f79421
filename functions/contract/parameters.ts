/** Parameters that operations share: their schemas (of the decoded value) and what they mean, in Dutch. */
import * as z from 'zod/mini'
import { ContributionId, limits, Slug } from './contribution.ts'
import { type BBox, type Polygon, Position } from './geometry.ts'
import { KindId, OutcomeId, ThemeId } from './ids.ts'

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

const ringText = String.raw`\(([^()]*)\)`
const polygonText = new RegExp(String.raw`^\s*POLYGON\s*\(\s*${ringText}(?:\s*,\s*${ringText})*\s*\)\s*$`, 'i')
const positionText = /^[+-]?\d+(\.\d+)?\s+[+-]?\d+(\.\d+)?$/

/** The polygon that a text describes; undefined where it is none, or has a ring that is not closed or lies outside the world. */
export function areaOf(text: string): z.output<typeof Polygon> | undefined {
  if (!polygonText.test(text)) return undefined
  const coordinates: [number, number][][] = []
  for (const [, ring = ''] of text.matchAll(new RegExp(ringText, 'g'))) {
    const parts = ring.split(',').map((part) => part.trim())
    if (parts.length < 4 || parts[0] !== parts.at(-1) || !parts.every((part) => positionText.test(part))) return undefined
    const positions = parts.map((part) => part.split(/\s+/).map(Number) as [number, number])
    if (positions.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90)) return undefined
    coordinates.push(positions)
  }
  return { type: 'Polygon', coordinates }
}

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

export const placeShape = { at: Position } as const
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
  zone: 'Alleen bijdragen in dit gebied van een kaartlaag, geschreven als {laag}/{gebied}.',
  q: 'Woorden die allemaal in titel of toelichting voorkomen.',
  limit: 'Hoeveel bijdragen hoogstens op een pagina staan.',
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

/** Parameters that operations share: their schemas (of the decoded value) and what they mean, in Dutch. */
import * as z from 'zod/mini'
import { ContributionId, limits, Slug } from './contribution.ts'
import { Position } from './geometry.ts'
import { KindId, OutcomeId, ThemeId } from './ids.ts'

const degrees = (most: number) => z.number().check(z.minimum(-most), z.maximum(most))
const list = <S extends z.ZodMiniType>(item: S) => z.optional(z.array(item).check(z.minLength(1), z.maxLength(20)))

/** west, south, east, north in degrees; a box over the date line is not taken. */
const Box = z.tuple([degrees(180), degrees(90), degrees(180), degrees(90)]).check(
  z.refine(([west, south, east, north]) => west <= east && south <= north, {
    params: { code: 'badBox' },
  }),
)

/** Filters of list, map area and download. */
export const filterShape = {
  bbox: z.optional(Box),
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

export const consultationParam = { consultation: Slug } as const
export const collectionParam = { collection: Slug } as const
export const contributionParam = { contribution: ContributionId } as const
export const featureParam = { collection: Slug, featureId: ContributionId } as const

const tileIndex = z.int().check(z.minimum(0), z.maximum(2 ** 22 - 1))
/** OGC API – Tiles: row before column. */
export const tileParam = {
  collection: Slug,
  tileMatrix: z.int().check(z.minimum(0), z.maximum(22)),
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
  tileMatrix: 'Zoomniveau.',
  tileRow: 'Rij van de tegel, van boven af geteld.',
  tileCol: 'Kolom van de tegel, van links af geteld.',
  'Idempotency-Key':
    'Sleutel van 16 tot 255 tekens die je maakt als het formulier opent: dubbel versturen plaatst dan maar één bijdrage.',
  'If-Match': 'ETag van de bijdrage zoals je die ophaalde; is ze intussen veranderd, dan gaat de wijziging niet door.',
}

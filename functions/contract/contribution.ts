/** A contribution on the wire: what an author sends (draft), what the API gives back, and its flat form as an OGC feature. */
import * as z from 'zod/mini'
import { Geometry } from './geometry.ts'
import { KindId, OutcomeId, PrecisionId, RoleId, StateId, ThemeId } from './ids.ts'
import { type KindFieldName, kindFieldNames, kinds } from './kinds/registry.ts'

/** Bounds of the texts, in characters after trimming. Form, API and OpenAPI read them here. */
export const limits = {
  title: { min: 5, max: 120 },
  description: { min: 10, max: 4000 },
  authorName: { max: 80 },
  themes: { min: 1, max: 3 },
  idempotencyKey: { min: 16, max: 255 },
} as const

export const ContributionId = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{26}$/))
  .register(z.globalRegistry, {
    id: 'ContributionId',
    description: 'ULID in lower case.',
  })
export const Slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(60))

/** Text as people type it: trimmed, without control characters other than line breaks and tabs, and without lone surrogates. */
const text = (min: number, max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(min),
    z.maxLength(max),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
    z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/),
    z.refine((value) => value.isWellFormed(), { params: { code: 'malformedText' } }),
  )

type KindFields = { [N in KindFieldName]: z.ZodMiniOptional<z.ZodMiniString> }
const kindFields = Object.fromEntries(
  Object.values(kinds)
    .flatMap((kind) => Object.entries(kind.fields))
    .map(([name, field]) => [name, z.optional(text(0, field.maxLength))]),
) as KindFields

const isObject = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null

/** What an author sends. Geometry null means "heel het dorp": then `village` says which. */
export const ContributionDraft = z
  .strictObject({
    kind: KindId,
    themes: z.array(ThemeId).check(
      z.minLength(limits.themes.min),
      z.maxLength(limits.themes.max),
      z.refine((list) => new Set(list).size === list.length, { params: { code: 'duplicateThemes' } }),
    ),
    title: text(limits.title.min, limits.title.max),
    description: text(limits.description.min, limits.description.max),
    geometry: z.nullable(Geometry),
    village: z.optional(Slug),
    role: z._default(RoleId, 'resident'),
    authorName: z.optional(text(0, limits.authorName.max)),
    precision: z._default(PrecisionId, 'exact'),
    ...kindFields,
  })
  .check(
    // `when` lets these speak even if other fields are wrong: every fault at once. So they may not trust the draft's type.
    z.refine((draft) => draft.geometry !== null || draft.village !== undefined, {
      path: ['village'],
      params: { code: 'villageMissing' },
      when: isObject,
    }),
    z.superRefine(
      (draft, context) => {
        if (!Object.hasOwn(kinds, draft.kind)) return
        const own: Readonly<Record<string, unknown>> = kinds[draft.kind].fields
        for (const name of kindFieldNames) {
          if (draft[name] !== undefined && !Object.hasOwn(own, name))
            context.addIssue({ code: 'custom', path: [name], params: { code: 'fieldOfOtherKind' } })
        }
      },
      { when: isObject },
    ),
  )
  .register(z.globalRegistry, { id: 'ContributionDraft', description: 'What an author sends.' })
/** A draft as a client may send it: defaults left out. */
export type ContributionDraftInput = z.input<typeof ContributionDraft>
export type ContributionDraft = z.output<typeof ContributionDraft>

/** A zone that a contribution lies in, joined when it was sent and anew with each new version of the documents, with the version it was read from. */
export const ZoneRef = z
  .strictObject({
    /** `{document}.{layer}` */
    layer: z.string(),
    id: z.string(),
    title: z.string(),
    /** Version of the document at the time of joining. */
    version: z.string(),
    /** Date of that version; absent on what was joined before dates were kept. */
    date: z.optional(z.iso.date()),
    /** Part of a line's length or an area's surface that lies in the zone, 0–1; absent for points. */
    share: z.optional(z.number()),
  })
  .register(z.globalRegistry, { id: 'ZoneRef', description: 'A zone that a contribution lies in.' })
export type ZoneRef = z.infer<typeof ZoneRef>

export const Counts = z.strictObject({ supports: z.int(), comments: z.int(), pledges: z.int() })
export type Counts = z.infer<typeof Counts>

export const Link = z.strictObject({
  href: z.string(),
  rel: z.string(),
  type: z.optional(z.string()),
  title: z.optional(z.string()),
})
export type Link = z.infer<typeof Link>

const contributionShape = {
  id: ContributionId,
  consultation: Slug,
  kind: KindId,
  themes: z.array(ThemeId),
  title: z.string(),
  description: z.string(),
  /** The published position: exact, blurred to 100 m, or null where only the village is public. */
  geometry: z.nullable(Geometry),
  role: RoleId,
  authorName: z.optional(z.string()),
  precision: PrecisionId,
  state: StateId,
  outcome: OutcomeId,
  /** Village id, or null outside every village's reach. */
  village: z.nullable(Slug),
  zones: z.array(ZoneRef),
  counts: Counts,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  links: z.array(Link),
  ...kindFields,
}
export const Contribution = z
  .strictObject(contributionShape)
  .register(z.globalRegistry, { id: 'Contribution', description: 'A contribution as everybody, or its author, may see it.' })
export type Contribution = z.infer<typeof Contribution>

/** The answer to a submission: with the token by which this device may edit and withdraw it. */
export const SubmittedContribution = z
  .strictObject({ ...contributionShape, authorToken: z.string() })
  .register(z.globalRegistry, {
    id: 'SubmittedContribution',
    description: 'A new contribution with its author token, given once.',
  })
export type SubmittedContribution = z.infer<typeof SubmittedContribution>

/** Flat properties of a contribution as an OGC feature: stable names; Dutch labels beside the codes. The export's columns derive from this. */
export const ContributionProperties = z
  .strictObject({
    id: ContributionId,
    consultation: Slug,
    kind: KindId,
    kindLabel: z.string(),
    theme: ThemeId,
    themes: z.array(ThemeId),
    themeLabels: z.array(z.string()),
    title: z.string(),
    description: z.string(),
    ...kindFields,
    role: RoleId,
    roleLabel: z.string(),
    authorName: z.optional(z.string()),
    precision: PrecisionId,
    outcome: OutcomeId,
    outcomeLabel: z.string(),
    village: z.nullable(Slug),
    villageName: z.nullable(z.string()),
    zoneIds: z.array(z.string()),
    zoneTitles: z.array(z.string()),
    zoneLayers: z.array(z.string()),
    supports: z.int(),
    comments: z.int(),
    pledges: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .register(z.globalRegistry, {
    id: 'ContributionProperties',
    description: 'Flat properties of a contribution as a GeoJSON feature.',
  })
export type ContributionProperties = z.infer<typeof ContributionProperties>

export const ContributionFeature = z
  .strictObject({
    type: z.literal('Feature'),
    id: ContributionId,
    geometry: z.nullable(Geometry),
    properties: ContributionProperties,
    links: z.optional(z.array(Link)),
  })
  .register(z.globalRegistry, { id: 'ContributionFeature', description: 'A contribution as a GeoJSON feature.' })
export type ContributionFeature = z.infer<typeof ContributionFeature>

export const ContributionCollection = z
  .strictObject({
    type: z.literal('FeatureCollection'),
    features: z.array(ContributionFeature),
    links: z.array(Link),
    timeStamp: z.iso.datetime(),
    numberReturned: z.int(),
    /** Only where it is cheap and exact. */
    numberMatched: z.optional(z.int()),
  })
  .register(z.globalRegistry, { id: 'ContributionCollection', description: 'A page of contributions as GeoJSON.' })
export type ContributionCollection = z.infer<typeof ContributionCollection>

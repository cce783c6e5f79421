/** A contribution as the form holds it: anything may still be missing. Turns into the contract's draft, and back for editing. */
import type { Contribution, ContributionDraftInput } from '#contract/contribution.ts'
import type { Geometry } from '#contract/geometry.ts'
import { type KindFieldName, type KindId, kindFieldNames, kinds } from '#contract/kinds/registry.ts'
import type { ThemeId } from '#contract/themes.ts'
import type { PrecisionId, RoleId } from '#contract/vocabulary.ts'
import { canBeBlurred } from '#domain/published-position.ts'

/** Where it is about. `none`: not chosen yet; `village`: heel het dorp, without a place on the map. */
export type Place =
  | { readonly at: 'none' }
  | { readonly at: 'geometry'; readonly geometry: Geometry }
  | { readonly at: 'village'; readonly village: string }

export interface Draft {
  readonly kind: KindId | undefined
  readonly themes: readonly ThemeId[]
  readonly title: string
  readonly description: string
  readonly place: Place
  readonly precision: PrecisionId
  /** For a blurred place that no village is near: the one its author chose. */
  readonly village: string
  readonly role: RoleId
  readonly authorName: string
  /** Answers to the extra fields of every kind tried so far; only those of the chosen kind are sent. */
  readonly fields: Readonly<Partial<Record<KindFieldName, string>>>
}

export const emptyDraft: Draft = {
  kind: undefined,
  themes: [],
  title: '',
  description: '',
  place: { at: 'none' },
  precision: 'exact',
  village: '',
  role: 'resident',
  authorName: '',
  fields: {},
}

/** What would be sent now. Not yet checked: `kind` and `geometry` are left out while they are not chosen. */
export type DraftInput = Partial<ContributionDraftInput>

/** Only an organisation, a company or a government gives its name; a resident stays anonymous. */
export const givesName = (role: RoleId) => role !== 'resident'

/** Lines and areas are always exact; only points can be blurred. */
export function canBlur(place: Place): boolean {
  return place.at === 'geometry' && canBeBlurred(place.geometry)
}

/** The names of a kind's extra fields, in the order in which the form asks them. */
export function fieldNamesOf(kind: KindId): KindFieldName[] {
  return kindFieldNames.filter((name) => Object.hasOwn(kinds[kind].fields, name))
}

export function toInput(draft: Draft): DraftInput {
  const { kind, place } = draft
  const name = draft.authorName.trim()
  const village = place.at === 'village' ? place.village : draft.village
  const answers =
    kind === undefined ? [] : fieldNamesOf(kind).map((field) => [field, (draft.fields[field] ?? '').trim()] as const)
  return {
    ...(kind === undefined ? {} : { kind }),
    themes: [...draft.themes],
    title: draft.title.trim(),
    description: draft.description.trim(),
    ...(place.at === 'none' ? {} : { geometry: place.at === 'geometry' ? place.geometry : null }),
    ...(village === '' ? {} : { village }),
    role: draft.role,
    ...(givesName(draft.role) && name !== '' ? { authorName: name } : {}),
    precision: canBlur(place) ? draft.precision : 'exact',
    ...Object.fromEntries(answers.filter(([, answer]) => answer !== '')),
  }
}

/** The draft that edits a contribution, from what its author may see of it (the exact place). */
export function fromContribution(contribution: Contribution): Draft {
  const { geometry, village } = contribution
  return {
    kind: contribution.kind,
    themes: contribution.themes,
    title: contribution.title,
    description: contribution.description,
    place: geometry ? { at: 'geometry', geometry } : village ? { at: 'village', village } : { at: 'none' },
    precision: contribution.precision,
    village: '',
    role: contribution.role,
    authorName: contribution.authorName ?? '',
    fields: Object.fromEntries(kindFieldNames.flatMap((name) => (contribution[name] ? [[name, contribution[name]]] : []))),
  }
}

/** True while nothing has been filled in that would be a pity to lose. */
export function isUntouched(draft: Draft): boolean {
  const { kind, themes, title, description, place, authorName, fields } = draft
  const words = [title, description, authorName, ...Object.values(fields)]
  return kind === undefined && themes.length === 0 && place.at === 'none' && words.every((text) => text.trim() === '')
}

/** Kind and place are there: the contract's draft, whose texts the schema still checks. */
export function isComplete(input: DraftInput): input is ContributionDraftInput {
  const { kind, geometry, themes, title, description } = input
  return [kind, geometry, themes, title, description].every((value) => value !== undefined)
}

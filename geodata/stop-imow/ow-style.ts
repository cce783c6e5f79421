/** How a layer is called, what it is about and how it looks, from the OW objects that speak of its zones. */
import type { ThemeId } from '#contract/themes.ts'
import type { LayerStyle } from '../importer.ts'
import type { Report } from '../report.ts'
import { themeFor } from '../theme-words.ts'
import { themeOfThema, themeOfType } from './imow-themes.ts'
import type { LayerPlan, Meaning, OwLinks } from './ow-links.ts'
import { conceptOf, type OwObject, textOf } from './ow-objects.ts'
import { symbolColour } from './symbol-colours.ts'
import { symbolOfGroup } from './symbol-groups.ts'
import { plainConcept } from './values.ts'

/** A layer to be described. */
export interface Styled {
  readonly plan: LayerPlan | undefined
  /** Of its zones. */
  readonly geometries: readonly (string | undefined)[]
  /** Of the GIO. */
  readonly title: string
  /** What the GIO says its values are of. */
  readonly norm: string | undefined
}

/** Names that a title holds; the description names them all. */
const mostNames = 3
const mostActivities = 8

/** What is not said is left out, and falls to the palette and the words of the name. */
export function owStyle(layer: Styled, links: OwLinks, report: Report): LayerStyle {
  const meanings = [...new Set(layer.geometries)].map((geometry) => links.of(geometry))
  const subjects = layer.plan?.subjects ?? []
  const areas = layer.plan?.kind === 'area' ? subjects : []
  const names = namesOf(layer.plan)
  const title = titleOfPlan(layer.plan)
  const type = typeOf(layer, meanings)
  const theme = themeOf(unique(meanings.flatMap(({ themes }) => themes)), areas, title ?? layer.title)
  const colour = colourOf(subjects, links, report)
  const description = descriptionOf(layer, names, meanings)
  const group = meanings.flatMap(({ mainLines }) => mainLines)[0]
  const passages = unique(meanings.flatMap((meaning) => meaning.passages))
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(theme ? { theme } : {}),
    ...(colour ? { colour } : {}),
    ...(type ? { type } : {}),
    ...(group ? { group } : {}),
    ...(passages.length > 0 ? { passages } : {}),
  }
}

function namesOf(plan: LayerPlan | undefined): string[] {
  return unique((plan?.subjects ?? []).flatMap((subject) => textOf(subject, 'naam') ?? []))
}

/** The names of its areas, or of its norm. */
export function titleOfPlan(plan: LayerPlan | undefined): string | undefined {
  const names = namesOf(plan).map(capitalised)
  if (names.length === 0) return undefined
  const shown = names.slice(0, mostNames).join(' / ')
  return names.length > mostNames ? `${shown} en ${names.length - mostNames} andere` : shown
}

/** Type of the area; else the kind of object that it is a place of. */
function typeOf({ plan }: Styled, meanings: readonly Meaning[]): string | undefined {
  const [subject] = plan?.subjects ?? []
  const address = plan?.kind === 'area' ? plan.subjects.flatMap((area) => textOf(area, 'type') ?? [])[0] : undefined
  if (address !== undefined) return plainConcept(address)
  if (plan?.kind === 'norm') return subject?.kind
  const norm = meanings.flatMap(({ norms }) => norms)[0]
  if (norm) return norm.kind
  if (meanings.some(({ activities }) => activities.length > 0)) return 'Activiteit'
  return meanings.some(({ whole }) => whole) ? 'Regelingsgebied' : undefined
}

/** The first thema that is about one of the five; then what the name says, then the type of the area. */
function themeOf(themes: readonly string[], areas: readonly OwObject[], name: string): ThemeId | undefined {
  const known = themes.flatMap((thema) => themeOfThema.get(thema) ?? [])
  const told = known.find((theme) => theme !== 'general') ?? known[0]
  if (told !== undefined || themeFor(name) !== 'general') return told
  return areas.flatMap((area) => themeOfType.get(conceptOf(textOf(area, 'type') ?? '')) ?? [])[0]
}

/** Of the symbol that the delivery gives, else of the area's group. */
function colourOf(subjects: readonly OwObject[], links: OwLinks, report: Report): string | undefined {
  for (const subject of subjects) {
    const group = textOf(subject, 'groep')
    const code = links.symbolOf(subject) ?? (group && symbolOfGroup(group))
    const colour = code && symbolColour(code)
    if (colour) return colour
    if (code) report.assume(`symbol ${code} is not in the DSO library: its colour comes from the palette`)
    else if (group) report.assume(`group ${conceptOf(group)} is not in the value list: its colour comes from the palette`)
  }
  return undefined
}

/** In Dutch: areas that the title leaves out, group, norms, activities with their qualification, maps. */
function descriptionOf({ plan, norm }: Styled, names: readonly string[], meanings: readonly Meaning[]): string | undefined {
  const groups = unique((plan?.subjects ?? []).flatMap((subject) => textOf(subject, 'groep') ?? [])).map((group) =>
    plainConcept(group).toLowerCase(),
  )
  const norms = plan ? [] : unique(meanings.flatMap((meaning) => meaning.norms.flatMap((of) => textOf(of, 'naam') ?? [])))
  const activities = unique(meanings.flatMap((meaning) => meaning.activities))
  const maps = unique(meanings.flatMap((meaning) => meaning.maps))
  const more = activities.length > mostActivities ? ` en ${activities.length - mostActivities} andere` : ''
  const parts = [
    names.length > mostNames ? `Gebieden: ${names.join(', ')}.` : '',
    groups.length > 0 ? `Groep: ${groups.join(', ')}.` : '',
    norms.length > 0 ? `Norm: ${norms.join(', ')}.` : '',
    plan?.kind !== 'norm' && norm ? `Waarden: ${norm}.` : '',
    activities.length > 0 ? `Activiteiten: ${activities.slice(0, mostActivities).join(', ')}${more}.` : '',
    maps.length > 0 ? `Kaart: ${maps.join('; ')}.` : '',
  ]
  return parts.filter((part) => part !== '').join(' ') || undefined
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

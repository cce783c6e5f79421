/** How a layer is called, what it is about and how it looks, from the OW objects that speak of its zones. */
import type { ThemeId } from '#contract/themes.ts'
import type { LayerStyle, SourceLayer, SourceZone } from '../importer.ts'
import type { Report } from '../report.ts'
import { themeFor } from '../theme-words.ts'
import { themeOfThema, themeOfType } from './imow-themes.ts'
import type { OwLinks } from './ow-links.ts'
import { conceptOf, type OwObject, textOf } from './ow-objects.ts'
import { symbolColour } from './symbol-colours.ts'
import { symbolOfGroup } from './symbol-groups.ts'

/** What is not said is left out, and falls to the palette and the words of the name. */
export function owStyle(layer: SourceLayer, links: OwLinks, report: Report): LayerStyle {
  const meanings = layer.zones.map((zone) => links.of(zone.id))
  const areas = [...new Set(meanings.flatMap((meaning) => meaning.areas))]
  const names = new Set(areas.flatMap((area) => textOf(area, 'naam') ?? []))
  const [title] = names.size === 1 ? names : []
  const line = meanings.flatMap((meaning) => meaning.mainLines)[0]
  const group = line && textOf(line, 'naam')
  const type = typeOf(
    areas,
    meanings.flatMap((meaning) => meaning.subjects),
  )
  const passages = [...new Set(meanings.flatMap((meaning) => meaning.passages))]
  const theme = themeOf(
    meanings.flatMap((meaning) => meaning.themes),
    areas,
    layer.name,
  )
  const colour = colourOf(areas, links, report)
  return {
    ...(title ? { title: title.charAt(0).toUpperCase() + title.slice(1) } : {}),
    ...(theme ? { theme } : {}),
    ...(colour ? { colour } : {}),
    ...(type ? { type } : {}),
    ...(group ? { group } : {}),
    ...(passages.length > 0 ? { passages } : {}),
  }
}

/** A zone with the passages that govern it. */
export function withPassages(zone: SourceZone, links: OwLinks): SourceZone {
  return { ...zone, passages: links.of(zone.id).passages }
}

/** Of the area; else of the norm or activity that it is a place of. */
function typeOf(areas: readonly OwObject[], subjects: readonly OwObject[]): string | undefined {
  const address = areas.flatMap((area) => textOf(area, 'type') ?? [])[0]
  if (address !== undefined) return plainConcept(conceptOf(address))
  const kinds = new Set(subjects.map(({ kind }) => kind))
  return (['Omgevingsnorm', 'Omgevingswaarde', 'Activiteit'] as const).find((kind) => kinds.has(kind))
}

/** "WaterEnWatersysteem": Water en watersysteem. */
function plainConcept(concept: string): string {
  return concept.charAt(0) + concept.slice(1).replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** The first thema that is about one of the five; then what the name says, then the type of the area. */
function themeOf(themes: readonly string[], areas: readonly OwObject[], name: string): ThemeId | undefined {
  const known = themes.flatMap((thema) => themeOfThema.get(thema) ?? [])
  const told = known.find((theme) => theme !== 'general') ?? known[0]
  if (told !== undefined || themeFor(name) !== 'general') return told
  return areas.flatMap((area) => themeOfType.get(conceptOf(textOf(area, 'type') ?? '')) ?? [])[0]
}

/** Of the symbol that the delivery gives, else of the area's group. */
function colourOf(areas: readonly OwObject[], links: OwLinks, report: Report): string | undefined {
  for (const area of areas) {
    const group = textOf(area, 'groep')
    const code = links.symbolOf(area) ?? (group && symbolOfGroup(group))
    const colour = code && symbolColour(code)
    if (colour) return colour
    if (code) report.assume(`symbol ${code} is not in the DSO library: its colour comes from the palette`)
    else if (group) report.assume(`group ${conceptOf(group)} is not in the value list: its colour comes from the palette`)
  }
  return undefined
}

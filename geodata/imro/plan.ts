/** What an IMRO plan says of itself as a whole. */
import { type DocumentMetadata, InputError } from '../importer.ts'
import type { Report } from '../report.ts'
import { isSuperseded } from './classes.ts'
import type { ImroObject, TextReference } from './objects.ts'

/** Instruments that the transition to the Omgevingswet made part of every omgevingsplan until 2032: by their class or their typePlan. */
const temporaryPart =
  /bestemmingsplan|inpassingsplan|wijzigingsplan|uitwerkingsplan|rijksbestemmingsplan|beheersverordening|\bTAM-|^omgevingsplan/i

/** States of IMRO's lists of 2012 and 2008 in which a plan is in force; any other is said in the title. */
const inForce = new Set(['vastgesteld', 'onherroepelijk', 'geconsolideerd', 'geconsolideerde versie'])

/** @param superseded the person asked for what may be superseded. @throws {InputError} when it is, and nobody asked */
export function metadataOf(file: string, plan: ImroObject, superseded: boolean, report: Report): DocumentMetadata {
  const { texts } = plan
  const name = texts.get('naam') ?? (plan.identification || file)
  const kind = texts.get('typePlan') ?? plan.name
  const old = isSuperseded(plan.name, kind)
  if (old && !superseded) {
    throw new InputError(
      `${file}: "${name}" (${kind}) may be superseded by an omgevingsvisie or -verordening; add it with --superseded to show it as such`,
    )
  }
  const status = texts.get('planstatus')
  const draft = status !== undefined && !inForce.has(status)
  if (draft) report.assume(`${plan.identification}: its status is "${status}", so it is not in force; its title says so`)
  const date = texts.get('datum')
  return {
    title: `${name} (${markOf(plan.name, kind, old)}${draft ? `; ${status}` : ''})`,
    // Not among the visions in force.
    category: old ? 'reference' : 'zoning',
    authority: capitalised(texts.get('naamOverheid')),
    version: plan.identification || undefined,
    date: date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : undefined,
  }
}

function markOf(name: string, kind: string, old: boolean): string {
  if (old) return 'mogelijk vervangen of vervallen'
  return temporaryPart.test(kind) || temporaryPart.test(name) ? 'omgevingsplan, tijdelijk deel' : kind
}

function capitalised(text: string | undefined): string | undefined {
  return text === undefined ? undefined : text.charAt(0).toUpperCase() + text.slice(1)
}

/** The passage with the rules ("voorschriften/regels" in decisions of 2008), else the first; as the source has it. */
export function referenceOf(references: readonly TextReference[]): string | undefined {
  return (references.find(({ kind }) => kind === 'regels' || kind === 'voorschriften/regels') ?? references[0])?.target
}

/** Where the national plan service publishes plans. */
const nationalService = 'https://www.ruimtelijkeplannen.nl/documents'

/**
 * Address of a text of the plan.
 * @param texts address below which the files of plans stand
 * @returns undefined for what is neither an http address nor the name of a file
 */
export function addressOf(plan: string, reference: string | undefined, texts = nationalService): string | undefined {
  if (reference === undefined) return undefined
  if (/^https?:\/\/[^\s"<>]+$/i.test(reference)) return reference
  if (!/^NL\.IMRO\.[\w.-]+$/.test(plan) || !/^[\w.-]+(#[\w.%-]*)?$/.test(reference)) return undefined
  return `${texts.replace(/\/$/, '')}/${plan}/${reference}`
}

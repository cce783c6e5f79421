/**
 * From what a schema or a rule found wrong to a `Fault` that a person understands: the field, what is wrong, how to mend it.
 * The API answers with these and the form shows them, so both say the same. Nothing of zod's own wording comes through.
 */
import type * as z from 'zod/mini'
import { limits } from './contribution.ts'
import { kindIds } from './kinds/registry.ts'
import type { Fault } from './problem.ts'
import { en } from './text/en.ts'
import { faultsEn } from './text/faults-en.ts'
import { faultsNl } from './text/faults-nl.ts'
import { nl } from './text/nl.ts'
import type { Words } from './text/words.ts'

/** Every code that a fault may carry. Programs may rely on them: append, never rename. */
export const faultCodes = [
  'missing',
  'wrongType',
  'tooShort',
  'tooLong',
  'tooFew',
  'tooMany',
  'tooSmall',
  'tooBig',
  'notAllowed',
  'unknownField',
  'unknownParameter',
  'repeated',
  'badFormat',
  'badCharacters',
  'malformedText',
  'duplicateThemes',
  'villageMissing',
  'villageUnknown',
  'fieldOfOtherKind',
  'kindNotAsked',
  'themeNotAsked',
  'badCoordinate',
  'badBox',
  'tooFewVertices',
  'tooManyVertices',
  'geometryUnclosed',
  'geometryCrossing',
  'geometryEmpty',
  'geometryHoles',
  'precisionOfShape',
  'outsideArea',
  'notYetOpen',
  'closed',
  'notJson',
  'tooDeep',
  'badPageToken',
  'badEncoding',
  'giveOne',
  'shapeTooWide',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** What a text may name: bounds, lengths, the value found, the choices there are. */
export interface FaultValues {
  readonly min?: number
  readonly max?: number
  /** Length or count that was found. */
  readonly found?: number
  /** The value that was sent, shortened. */
  readonly value?: string
  /** What may stand there. */
  readonly choices?: readonly string[]
  /** A day, as `2026-11-24`. */
  readonly day?: string
}

/** A fault before it is put into words: what domain rules give back. */
export interface FaultSeed {
  readonly in: Fault['in']
  /** Where in the body (`['geometry', 'coordinates', 0]`), or the parameter's name alone. */
  readonly path: readonly PropertyKey[]
  readonly code: FaultCode
  readonly values?: FaultValues
}

export type Language = 'nl' | 'en'

/** Texts of one language: per code a sentence that follows the field's name. */
export interface FaultTexts {
  /** What is called so when the fault has no field of its own: the message as a whole. */
  readonly whole: string
  readonly parameter: (name: string) => string
  readonly header: (name: string) => string
  /** What to do with a field, per base field of the draft; `values` carry its bounds. */
  readonly asks: { readonly [F in keyof Words['fields']]: (values: FaultValues) => string }
  readonly codes: { readonly [C in FaultCode]: (values: FaultValues, ask: string | undefined) => string }
}

const languages = { nl: { words: nl, texts: faultsNl }, en: { words: en, texts: faultsEn } } as const satisfies Record<
  Language,
  { words: Words; texts: FaultTexts }
>

/** Bounds of the fields that have them, for asks such as "5 tot 120 tekens". */
const bounds: Readonly<Record<string, FaultValues>> = limits

/** Most faults one answer lists; a hostile body could name thousands. */
export const maxFaults = 100

/** Puts a fault into words. */
export function wordFault(seed: FaultSeed, language: Language): Fault {
  const { words, texts } = languages[language]
  const field = seed.path[0]
  const name =
    seed.in === 'body'
      ? fieldName(field, words, texts.whole)
      : texts[seed.in === 'header' ? 'header' : 'parameter'](shorten(String(field ?? '')))
  const values = { ...(typeof field === 'string' && Object.hasOwn(bounds, field) ? bounds[field] : {}), ...seed.values }
  const ask = seed.in === 'body' && isBaseField(field, words) ? texts.asks[field](values) : undefined
  const sentence = texts.codes[seed.code](values, ask)
  return { in: seed.in, location: locationOf(seed), code: seed.code, detail: join(name, sentence) }
}

/** A label that is a question keeps its mark and starts a new sentence: "Wat heb je nodig? Gebruik …"; others take a colon. */
function join(name: string, sentence: string): string {
  return name.endsWith('?') ? `${name} ${sentence[0]?.toUpperCase()}${sentence.slice(1)}` : `${name}: ${sentence}`
}

/** Value found by the schema, or every fault in words. `location` says which part of the request the data is. */
export function check<S extends z.ZodMiniType>(
  schema: S,
  data: unknown,
  location: Fault['in'],
): { value: z.output<S> } | { faults: FaultSeed[] } {
  const parsed = schema.safeParse(data, { reportInput: true })
  if (parsed.success) return { value: parsed.data }
  return { faults: seedsOf(parsed.error.issues, location) }
}

/** Faults of a draft as the form holds it, worded; empty when it may be sent. */
export function faultsOf(schema: z.ZodMiniType, data: unknown, language: Language): Fault[] {
  const checked = check(schema, data, 'body')
  return 'value' in checked ? [] : checked.faults.map((seed) => wordFault(seed, language))
}

function seedsOf(issues: readonly z.core.$ZodIssue[], location: Fault['in']): FaultSeed[] {
  const seeds: FaultSeed[] = []
  for (const issue of issues) {
    if (seeds.length >= maxFaults) break
    if (issue.code === 'unrecognized_keys') {
      const code = location === 'body' ? 'unknownField' : 'unknownParameter'
      for (const key of issue.keys.slice(0, maxFaults - seeds.length)) {
        seeds.push({ in: location, path: [...issue.path, key], code, values: { value: shorten(key) } })
      }
    } else seeds.push(seedOf(issue, location))
  }
  // What is absent or of another type has a length too, to zod; the one fault says enough.
  const misfits = new Set(seeds.filter(({ code }) => code === 'missing' || code === 'wrongType').map(pointerOf))
  return seeds.filter((seed) => seed.code === 'missing' || seed.code === 'wrongType' || !misfits.has(pointerOf(seed)))
}

const pointerOf = ({ path }: FaultSeed): string => path.map(String).join('/')

function seedOf(issue: z.core.$ZodIssue, location: Fault['in']): FaultSeed {
  const seed = (code: FaultCode, values: FaultValues = {}): FaultSeed => ({ in: location, path: issue.path, code, values })
  if (isInsideGeometry(issue.path)) return seedOfCoordinates()
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? seed('missing') : seed('wrongType', shownValue(issue.input))
    case 'too_small':
      return sized(issue.origin, 'tooShort', 'tooFew', 'tooSmall', { min: Number(issue.minimum) })
    case 'too_big':
      return sized(issue.origin, 'tooLong', 'tooMany', 'tooBig', { max: Number(issue.maximum) })
    case 'invalid_value':
      return issue.input === undefined
        ? seed('missing')
        : seed('notAllowed', { ...shownValue(issue.input), choices: issue.values.map(String) })
    case 'invalid_union':
      // A geometry whose `type` is none of ours: the union names its discriminator.
      return seed('notAllowed', shownValue(readType(issue.input)))
    case 'invalid_format':
      return seed(issue.pattern?.includes('\\u0000') ? 'badCharacters' : 'badFormat', shownValue(issue.input))
    case 'custom':
      return seed(customCode(issue.params), choicesOf(issue.params))
    default:
      return seed('wrongType')
  }

  function seedOfCoordinates(): FaultSeed {
    const list = Array.isArray(issue.input) && typeof issue.input[0] !== 'number' ? issue.input : undefined
    if (list && issue.code === 'too_big') return seed('tooManyVertices', { max: Number(issue.maximum), found: list.length })
    if (list && issue.code === 'too_small') return seed('tooFewVertices')
    return seed('badCoordinate', shownValue(issue.input))
  }

  function sized(origin: string, text: FaultCode, list: FaultCode, number: FaultCode, bound: FaultValues): FaultSeed {
    if (origin === 'string') return seed(text, { ...bound, found: lengthOf(issue.input) })
    if (origin === 'array') return seed(list, { ...bound, found: lengthOf(issue.input) })
    return seed(number, { ...bound, ...shownValue(issue.input) })
  }
}

/** Inside `coordinates` there are three faults to a person: too many points, too few, or something that is no longitude and latitude. */
function isInsideGeometry(path: readonly PropertyKey[]): boolean {
  return path[0] === 'geometry' && path[1] === 'coordinates'
}

function customCode(params: Readonly<Record<string, unknown>> | undefined): FaultCode {
  const code = faultCodes.find((known) => known === params?.code)
  if (code === undefined) throw new TypeError(`a schema reports a fault without a known code: ${JSON.stringify(params)}`)
  return code
}

function choicesOf(params: Readonly<Record<string, unknown>> | undefined): FaultValues {
  return Array.isArray(params?.choices) ? { choices: params.choices.map(String) } : {}
}

function lengthOf(input: unknown): number {
  return typeof input === 'string' || Array.isArray(input) ? input.length : 0
}

function readType(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : input
}

/** Texts and numbers are shown back, shortened; of anything else the kind of thing says enough. */
function shownValue(input: unknown): FaultValues {
  return typeof input === 'string' || typeof input === 'number' ? { value: shorten(String(input)) } : {}
}

/** At most 40 characters of something that somebody else wrote, always well-formed. */
function shorten(value: string): string {
  const text = value.toWellFormed()
  return text.length <= 40 ? text : `${[...text.slice(0, 39)].join('').toWellFormed()}…`
}

function isBaseField(field: PropertyKey | undefined, words: Words): field is keyof Words['fields'] {
  return typeof field === 'string' && Object.hasOwn(words.fields, field)
}

function fieldName(field: PropertyKey | undefined, words: Words, whole: string): string {
  if (field === undefined) return whole
  if (isBaseField(field, words)) return words.fields[field]
  for (const id of kindIds) {
    const fields: Readonly<Record<string, { readonly label: string }>> = words.kinds[id].fields
    const own = Object.hasOwn(fields, field) ? fields[String(field)] : undefined
    if (own) return own.label
  }
  return shorten(String(field))
}

/** JSON Pointer as a URI fragment into the body, or the parameter's name. */
function locationOf(seed: FaultSeed): string {
  if (seed.in !== 'body') return shorten(String(seed.path[0] ?? ''))
  return `#${seed.path.map((part) => `/${shorten(String(part)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
}

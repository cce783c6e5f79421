/** Streams the objects of an IMRO file: each a member of the collection, with what it says of itself and its geometry. */

import { bounded } from '../gml/bounded.ts'
import type { SourceZone } from '../importer.ts'
import { readXml } from '../xml.ts'
import { ImroGeometry } from './gml.ts'

/** A reference to the text of the plan. */
export interface TextReference {
  /** A file of the plan, mostly with a `#`; or an address. */
  readonly target: string
  /** "regels", "toelichting", …; empty where it is not said. */
  readonly kind: string
}

export interface ImroObject {
  /** `Enkelbestemming`, `Besluitvlak_X`, … */
  readonly name: string
  /** Its gml:id; empty where it has none. */
  readonly id: string
  /** `NL.IMRO.…`, put together from its parts in 2012, as it stands in 2008. */
  readonly identification: string
  /** Texts of its own elements, the first of each name: naam, typePlan, naamOverheid, artikelnummer, … */
  readonly texts: ReadonlyMap<string, string>
  readonly references: readonly TextReference[]
  /** Of a maatvoering: "maximum bouwhoogte (m)" and "8". */
  readonly measures: readonly { readonly kind: string; readonly value: string }[]
  /** What is wrong with it instead, if anything. */
  readonly geometries: SourceZone['geometry'][] | string
}

type Draft = { -readonly [K in keyof ImroObject]: ImroObject[K] } & {
  readonly texts: Map<string, string>
  readonly references: TextReference[]
  readonly measures: { kind: string; value: string }[]
}

/** Elements below the object's own that say something of it as a whole. */
const nested = new Set(['planstatus', 'datum', 'namespace', 'lokaalID', 'versie', 'tekst', 'verwijzingNaarTekst', 'typeTekst'])

/** @throws {InputError} when the file is not well-formed, holds a DOCTYPE, or a text without end */
export async function readObjects(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  visit: (object: ImroObject) => void,
): Promise<void> {
  const path: string[] = []
  const geometry = new ImroGeometry()
  let object: Draft | undefined
  /** Depth of the object's element, and of its geometry's: 0 where there is none. */
  let [depth, shapeDepth] = [0, 0]
  let [reference, measure] = [
    { target: '', kind: '' },
    { kind: '', value: '' },
  ]

  function note(name: string, text: string): void {
    if (!object || text === '') return
    if (name === 'waarde') measure.value = text
    else if (name === 'waardeType') measure.kind = text
    else if (path.length === depth || nested.has(name)) {
      if (!object.texts.has(name)) object.texts.set(name, text)
    }
    if (name === 'verwijzingNaarTekst') reference.target = text
    else if (name === 'typeTekst') reference.kind = text
  }

  function endOf(name: string): void {
    if (name === 'WaardeEnType' && measure.value !== '') object?.measures.push(measure)
    if (name === 'verwijzingNaarTekstInfo' && reference.target !== '') object?.references.push(reference)
    if (name === 'WaardeEnType') measure = { kind: '', value: '' }
    if (name === 'verwijzingNaarTekstInfo') reference = { target: '', kind: '' }
  }

  await readXml(file, bounded(file, chunks), {
    open(name, attributes) {
      const parent = path.at(-1)
      path.push(name)
      if (shapeDepth > 0) geometry.open(name, attributes)
      else if (object === undefined && (parent === 'featureMember' || parent === 'featureMembers')) {
        depth = path.length
        object = draft(name, attributes.get('id') ?? '')
      } else if (object !== undefined && name === 'geometrie') shapeDepth = path.length
    },
    close(name, text) {
      const level = path.length
      path.pop()
      if (shapeDepth > 0 && level > shapeDepth) geometry.close(name, text)
      else if (level === shapeDepth) shapeDepth = 0
      else if (object !== undefined && level === depth) {
        visit({ ...object, identification: identificationOf(object.texts), geometries: geometry.take() })
        object = undefined
      } else {
        note(name, text)
        endOf(name)
      }
    },
  })
}

function draft(name: string, id: string): Draft {
  return { name, id, identification: '', texts: new Map(), references: [], measures: [], geometries: 'no geometry' }
}

function identificationOf(texts: ReadonlyMap<string, string>): string {
  const local = texts.get('lokaalID')
  if (local === undefined) return texts.get('identificatie') ?? ''
  const version = texts.get('versie')
  const whole = version === undefined ? local : `${local}-${version}`
  return whole.startsWith('NL.IMRO') ? whole : `${texts.get('namespace') ?? 'NL.IMRO'}.${whole}`
}

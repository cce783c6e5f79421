/** Streams the objects of an IMRO file: each a member of the collection, with what it says of itself and its geometry. */
import { findCrs } from '../crs.ts'
import { bounded } from '../gml/bounded.ts'
import { GmlReader, geometriesOf } from '../gml/reader.ts'
import type { SourceZone } from '../importer.ts'
import { readXml } from '../xml.ts'

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
  /** One for areas, lines and points each; none for an object whose borders stand elsewhere, or that has none. */
  readonly geometries: readonly SourceZone['geometry'][]
  /** What of its geometry is left out. */
  readonly faults: readonly string[]
  /** What of its geometry is not as it should be. */
  readonly remarks: readonly string[]
  /** gml:ids of the objects that hold its borders: structuurvisies and decisions of provinces and the state have these apart. */
  readonly borders: readonly string[]
}

type Draft = { -readonly [K in keyof ImroObject]: ImroObject[K] } & {
  readonly texts: Map<string, string>
  readonly references: TextReference[]
  readonly measures: { kind: string; value: string }[]
  readonly borders: string[]
}

/** Elements below the object's own that say something of it as a whole. */
const nested = new Set(['planstatus', 'datum', 'namespace', 'lokaalID', 'versie', 'tekst', 'verwijzingNaarTekst', 'typeTekst'])

/**
 * @param visit takes the objects of a stretch of the file; the file is read on when it is done with them
 * @throws {InputError} when the file is not well-formed, holds a DOCTYPE, or a text without end
 */
export async function readObjects(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  visit: (objects: readonly ImroObject[]) => Promise<void>,
): Promise<void> {
  const done: ImroObject[] = []
  const reader = new ObjectReader((object) => void done.push(object))
  async function* handingOver(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bounded(file, chunks)) {
      yield chunk
      if (done.length > 0) await visit(done.splice(0))
    }
  }
  await readXml(file, handingOver(), reader)
  await visit(done)
}

class ObjectReader {
  readonly #visit: (object: ImroObject) => void
  readonly #path: string[] = []
  readonly #geometry = new GmlReader(() => findCrs('EPSG:28992'))
  #object: Draft | undefined
  /** Depth of the object's element, and of its geometry's: 0 where there is none. */
  #depth = 0
  #shapeDepth = 0
  #reference = { target: '', kind: '' }
  #measure = { kind: '', value: '' }

  constructor(visit: (object: ImroObject) => void) {
    this.#visit = visit
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#path.at(-1)
    this.#path.push(name)
    if (this.#shapeDepth > 0) this.#geometry.open(name, attributes)
    else if (this.#object === undefined) {
      if (parent !== 'featureMember' && parent !== 'featureMembers') return
      this.#depth = this.#path.length
      this.#object = draft(name, attributes.get('id') ?? '')
    } else if (name === 'geometrie') this.#shapeDepth = this.#path.length
    else if (name === 'begrenzing') {
      const target = attributes.get('href')?.replace(/^#/, '')
      if (target) this.#object.borders.push(target)
    }
  }

  close(name: string, text: string): void {
    const level = this.#path.length
    this.#path.pop()
    if (this.#shapeDepth > 0 && level > this.#shapeDepth) this.#geometry.close(name, text)
    else if (level === this.#shapeDepth) this.#shapeDepth = 0
    else if (this.#object !== undefined && level === this.#depth) this.#finish(this.#object)
    else if (this.#object) {
      this.#note(this.#object, name, text)
      this.#end(this.#object, name)
    }
  }

  #finish(object: Draft): void {
    const shapes = this.#geometry.take()
    this.#object = undefined
    this.#visit({
      ...object,
      identification: identificationOf(object.texts),
      geometries: geometriesOf(shapes),
      faults: shapes.faults,
      remarks: shapes.remarks,
    })
  }

  #note(object: Draft, name: string, text: string): void {
    if (text === '') return
    if (name === 'waarde') this.#measure.value = text
    else if (name === 'waardeType') this.#measure.kind = text
    else if ((this.#path.length === this.#depth || nested.has(name)) && !object.texts.has(name)) object.texts.set(name, text)
    if (name === 'verwijzingNaarTekst') this.#reference.target = text
    else if (name === 'typeTekst') this.#reference.kind = text
  }

  #end(object: Draft, name: string): void {
    if (name === 'WaardeEnType') {
      if (this.#measure.value !== '') object.measures.push(this.#measure)
      this.#measure = { kind: '', value: '' }
    } else if (name === 'verwijzingNaarTekstInfo') {
      if (this.#reference.target !== '') object.references.push(this.#reference)
      this.#reference = { target: '', kind: '' }
    }
  }
}

function draft(name: string, id: string): Draft {
  return {
    name,
    id,
    identification: '',
    texts: new Map(),
    references: [],
    measures: [],
    geometries: [],
    faults: [],
    remarks: [],
    borders: [],
  }
}

function identificationOf(texts: ReadonlyMap<string, string>): string {
  const local = texts.get('lokaalID')
  if (local === undefined) return texts.get('identificatie') ?? ''
  const version = texts.get('versie')
  const whole = version === undefined ? local : `${local}-${version}`
  return whole.startsWith('NL.IMRO') ? whole : `${texts.get('namespace') ?? 'NL.IMRO'}.${whole}`
}

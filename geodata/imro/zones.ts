/** Turns the objects of a plan into zones. */
import type { SourceZone } from '../importer.ts'
import type { Report } from '../report.ts'
import type { Borders } from './borders.ts'
import { hasNoPlace, isPlan } from './classes.ts'
import type { ImroObject } from './objects.ts'
import { addressOf, referenceOf } from './plan.ts'

export class ZoneMaker {
  readonly #file: string
  readonly #plan: string
  readonly #texts: string | undefined
  readonly #borders: Borders
  readonly #report: Report
  /** Ids given out, unique in the plan. */
  readonly #ids = new Set<string>()
  #drawn = 0

  /** @param plan its identification. @param texts address below which its texts stand */
  constructor(file: string, plan: string, texts: string | undefined, borders: Borders, report: Report) {
    this.#file = file
    this.#plan = plan
    this.#texts = texts
    this.#borders = borders
    this.#report = report
  }

  /** A zone for each kind of geometry. What is wrong with it costs a line in the report each; without any geometry there is no zone. */
  async zonesOf(object: ImroObject): Promise<SourceZone[]> {
    const { geometries, faults, remarks } =
      object.borders.length > 0 && object.geometries.length === 0 ? await this.#borders.of(object.borders) : object
    const title = titleOf(object)
    const subject = `${this.#file}, ${object.name} ${object.id || object.identification || '?'} "${title}"`
    for (const fault of faults) this.#report.skip(subject, fault)
    for (const remark of remarks) this.#report.remark(subject, remark)
    if (geometries.length === 0) {
      if (faults.length === 0 && !hasNoPlace(object.name)) this.#report.skip(subject, 'no geometry')
      return []
    }
    this.#drawn += 1
    const link = addressOf(this.#plan, referenceOf(object.references), this.#texts)
    const value = legendValueOf(object)
    return geometries.map((geometry) => ({
      id: this.#unused(object.id || object.identification || object.name),
      title,
      ...(value === undefined ? {} : { value }),
      ...(link === undefined ? {} : { link }),
      geometry,
      properties: propertiesOf(object, this.#plan, link),
    }))
  }

  /** How many objects became zones since this was asked last. */
  takeDrawn(): number {
    const drawn = this.#drawn
    this.#drawn = 0
    return drawn
  }

  #unused(id: string): string {
    let candidate = id
    for (let count = 2; this.#ids.has(candidate); count++) candidate = `${id}-${count}`
    this.#ids.add(candidate)
    return candidate
  }
}

/** A measure says its values: "maximum goothoogte (m) 4, maximum bouwhoogte (m) 9". */
function titleOf({ name, texts, measures }: ImroObject): string {
  const values = measures.map(({ kind, value }) => `${kind || (texts.get('naam') ?? '')} ${value}`.trim())
  return values.length > 0 ? values.join(', ') : (texts.get('naam') ?? name)
}

/** The group that the legend tells apart; of a measure its numbers, as the plan's map writes them: "4/9". */
function legendValueOf({ texts, measures }: ImroObject): string | undefined {
  if (measures.length > 0) return measures.map(({ value }) => value).join('/')
  return texts.get('bestemmingshoofdgroep') ?? texts.get('gebiedsaanduidinggroep')
}

function propertiesOf(object: ImroObject, plan: string, link: string | undefined): SourceZone['properties'] {
  const said = (name: string) => object.texts.get(name) ?? null
  const own = {
    naam: said('naam'),
    identificatie: object.identification || null,
    artikelnummer: said('artikelnummer'),
    tekst: referenceOf(object.references) ?? null,
    link: link ?? null,
  }
  if (isPlan(object.name)) {
    return {
      ...own,
      typePlan: said('typePlan'),
      planstatus: said('planstatus'),
      datum: said('datum'),
      naamOverheid: said('naamOverheid'),
    }
  }
  return { ...own, plan: plan || null, label: said('tekst') }
}

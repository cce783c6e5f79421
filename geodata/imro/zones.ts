/** Turns the objects of one class into zones. */
import type { SourceZone } from '../importer.ts'
import type { Report } from '../report.ts'
import { isPlan } from './classes.ts'
import type { ImroObject } from './objects.ts'
import { addressOf, referenceOf } from './plan.ts'

/** @param ids that the plan used so far; an object without geometry, or with a fault in it, is reported and left out */
export function zonesOf(
  file: string,
  plan: string,
  objects: readonly ImroObject[],
  ids: Set<string>,
  report: Report,
): SourceZone[] {
  const zones: SourceZone[] = []
  for (const object of objects) {
    const { geometries, name, id, identification } = object
    const title = titleOf(object)
    if (typeof geometries === 'string') {
      report.skip(`${file}, ${name} ${id || identification || '?'} "${title}"`, geometries)
      continue
    }
    const link = addressOf(plan, referenceOf(object.references))
    const value = object.texts.get('bestemmingshoofdgroep') ?? object.texts.get('gebiedsaanduidinggroep')
    for (const geometry of geometries) {
      zones.push({
        id: unused(ids, id || identification || `${name}-${zones.length + 1}`),
        title,
        ...(value === undefined ? {} : { value }),
        ...(link === undefined ? {} : { link }),
        geometry,
        properties: propertiesOf(object, plan, link),
      })
    }
  }
  return zones
}

/** A measure says its values: "maximum goothoogte (m) 4, maximum bouwhoogte (m) 9". */
function titleOf({ name, texts, measures }: ImroObject): string {
  const values = measures.map(({ kind, value }) => `${kind || (texts.get('naam') ?? '')} ${value}`.trim())
  return values.length > 0 ? values.join(', ') : (texts.get('naam') ?? name)
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

function unused(ids: Set<string>, id: string): string {
  let candidate = id
  for (let count = 2; ids.has(candidate); count++) candidate = `${id}-${count}`
  ids.add(candidate)
  return candidate
}

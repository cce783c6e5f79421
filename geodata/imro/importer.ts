/** IMRO plans, 2012 and 2008: each class of objects becomes a layer, each object a zone. */
import { type Imported, type Importer, InputError, type SourceLayer, type SourceZone } from '../importer.ts'
import { byKind } from '../kinds.ts'
import { baseName } from '../package/package.ts'
import type { Report } from '../report.ts'
import { slugOf } from '../slug.ts'
import { isPlan, layerClassOf, styleOf } from './classes.ts'
import { holdsPlans, isGml } from './files.ts'
import { type ImroObject, readObjects } from './objects.ts'
import { metadataOf } from './plan.ts'
import { zonesOf } from './zones.ts'

export const imro: Importer = {
  title: 'IMRO plan',

  accepts: holdsPlans,

  async open(source, options, report) {
    const [path, ...more] = source.names.filter(isGml)
    if (path === undefined) throw new InputError(`${source.name}: no .gml`)
    if (more.length > 0)
      throw new InputError(`${source.name}: holds ${more.length + 1} plans; unpack it and add the folder or its files`)
    const file = baseName(path)
    const objects: ImroObject[] = []
    await readObjects(file, await source.read(path), (object) => void objects.push(object))
    const plan = objects.find((object) => isPlan(object.name))
    if (!plan) throw new InputError(`${file}: has no plangebied, so nothing says which plan it is`)
    const metadata = metadataOf(file, plan, options.superseded ?? false, report)
    return importedOf(file, plan, objects, metadata, report)
  },
}

function importedOf(
  file: string,
  plan: ImroObject,
  objects: readonly ImroObject[],
  metadata: Imported['metadata'],
  report: Report,
): Imported {
  const classes = new Map<string, { order: number; objects: ImroObject[] }>()
  const unknown = new Map<string, number>()
  for (const object of objects) {
    const known = layerClassOf(object.name)
    if (known) {
      const found = classes.get(known.key) ?? { order: known.order, objects: [] }
      found.objects.push(object)
      classes.set(known.key, found)
    } else if (object.name !== 'MetadataIMRObestand') unknown.set(object.name, (unknown.get(object.name) ?? 0) + 1)
  }
  for (const [name, times] of unknown) report.skip(`${file}, ${times} × ${name}`, 'not a class of IMRO that is drawn')
  const ordered = [...classes].sort(([, a], [, b]) => a.order - b.order)
  const ids = new Set<string>()

  async function* layers(): AsyncGenerator<SourceLayer> {
    for (const [key, { objects: members }] of ordered) {
      yield* layersOf(key, zonesOf(file, plan.identification, members, ids, report))
    }
  }
  return { metadata, ...(plan.identification ? { id: slugOf(plan.identification, 'plan') } : {}), count: ordered.length, layers }
}

function layersOf(key: string, zones: readonly SourceZone[]): SourceLayer[] {
  const { title, ...style } = styleOf(key, new Set(zones.flatMap((zone) => zone.value ?? [])))
  return byKind({ name: key, file: key, zones }).map((layer) => ({
    ...layer,
    // Of a class that mixes areas and lines, the name says which these are, and so must the title.
    style: { ...style, title: title + layer.name.slice(key.length) },
  }))
}

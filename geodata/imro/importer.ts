/** IMRO plans, 2012 and 2008: each class of objects becomes a layer, each object a zone. */
import { type Imported, type Importer, InputError, type SourceLayer, type SourceZone } from '../importer.ts'
import { byKind } from '../kinds.ts'
import { baseName, type Package } from '../package/package.ts'
import type { Report } from '../report.ts'
import { slugOf } from '../slug.ts'
import { Borders } from './borders.ts'
import { isBorder, isPlan, layerClassOf, styleOf } from './classes.ts'
import { holdsPlans, isGml } from './files.ts'
import { type ImroObject, readObjects } from './objects.ts'
import { metadataOf } from './plan.ts'
import { Shelf } from './shelf.ts'
import { ZoneMaker } from './zones.ts'

export const imro: Importer = {
  title: 'IMRO plan',

  accepts: holdsPlans,

  async open(source, options, report) {
    const [path, ...more] = source.names.filter(isGml)
    if (path === undefined) throw new InputError(`${source.name}: no .gml`)
    if (more.length > 0)
      throw new InputError(`${source.name}: holds ${more.length + 1} plans; unpack it and add the folder or its files`)
    const file = baseName(path)
    const shelf = new Shelf()
    try {
      const read = await readPlan(file, source, path, shelf)
      if (!read.plan) throw new InputError(`${file}: has no plangebied, so nothing says which plan it is`)
      for (const [name, times] of read.unknown) report.skip(`${file}, ${times} × ${name}`, 'not a class of IMRO that is drawn')
      const metadata = metadataOf(file, read.plan, options.superseded ?? false, report)
      const maker = new ZoneMaker(file, read.plan.identification, options.texts, read.borders, report)
      return importedOf(file, read.plan, shelf, maker, read.borders, metadata, report)
    } catch (error) {
      await shelf.discard()
      throw error
    }
  },
}

interface ReadPlan {
  /** The object that speaks of the plan as a whole. */
  readonly plan: ImroObject | undefined
  readonly borders: Borders
  /** How often a class that is no layer occurs. */
  readonly unknown: ReadonlyMap<string, number>
}

/** Reads the file once; its objects go on the shelf. */
async function readPlan(file: string, source: Package, path: string, shelf: Shelf): Promise<ReadPlan> {
  const borders = new Borders(shelf)
  const unknown = new Map<string, number>()
  let plan: ImroObject | undefined
  await readObjects(file, await source.read(path), async (objects) => {
    for (const object of objects) {
      const known = layerClassOf(object.name)
      if (plan === undefined && isPlan(object.name)) plan = { ...object, geometries: [] }
      if (known) await shelf.put(known.key, object)
      else if (isBorder(object.name)) await borders.add(object)
      else if (object.name !== 'MetadataIMRObestand') unknown.set(object.name, (unknown.get(object.name) ?? 0) + 1)
    }
  })
  return { plan, borders, unknown }
}

function importedOf(
  file: string,
  plan: ImroObject,
  shelf: Shelf,
  maker: ZoneMaker,
  borders: Borders,
  metadata: Imported['metadata'],
  report: Report,
): Imported {
  const keys = shelf.keys.filter((key) => layerClassOf(key)).sort((a, b) => orderOf(a) - orderOf(b))

  async function* layers(): AsyncGenerator<SourceLayer> {
    try {
      for (const key of keys) {
        const zones: SourceZone[] = []
        for await (const object of shelf.of(key)) zones.push(...(await maker.zonesOf(object)))
        report.count(key, shelf.count(key), maker.takeDrawn())
        yield* layersOf(key, zones)
      }
      borders.account(file, report)
    } finally {
      await shelf.discard()
    }
  }
  return { metadata, ...(plan.identification ? { id: slugOf(plan.identification, 'plan') } : {}), count: keys.length, layers }
}

function orderOf(key: string): number {
  return layerClassOf(key)?.order ?? 0
}

function layersOf(key: string, zones: readonly SourceZone[]): SourceLayer[] {
  const { title, ...style } = styleOf(key, new Set(zones.flatMap((zone) => zone.value ?? [])))
  return byKind({ name: key, file: key, zones }).map((layer) => ({
    ...layer,
    // Of a class that mixes areas and lines, the name says which these are, and so must the title.
    style: { ...style, title: title + layer.name.slice(key.length) },
  }))
}

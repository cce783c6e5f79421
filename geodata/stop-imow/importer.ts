/**
 * STOP deliveries: the GIOs give the Locaties, the OW objects say which layers they make, what those are about and which passages govern them.
 */
import type { DocumentText } from '#contract/document-text.ts'
import { elementIds } from '../build/element-ids.ts'
import { type Importer, InputError, type SourceLayer } from '../importer.ts'
import { baseName, type Package, stem } from '../package/package.ts'
import type { Report } from '../report.ts'
import { layerStyle } from '../sidecar.ts'
import { type Delivery, readDelivery } from './delivery.ts'
import { type DeliveredText, deliveredText } from './document-text.ts'
import { readGio } from './gio.ts'
import { type GioSource, LayerDivision } from './layers.ts'
import { account } from './ow-account.ts'
import { linkObjects } from './ow-links.ts'
import type { OwObject } from './ow-objects.ts'

export const stopImow: Importer = {
  title: 'STOP delivery',

  accepts: async (source) => source.names.some((name) => /\.gml$/i.test(name)),

  async open(source, _options, report) {
    const delivery = await readDelivery(source, report)
    const text = deliveredText(delivery.texts)
    const links = linkObjects(delivery.objects, passagesOf(delivery, text))
    const files = filesByName(source)
    for (const name of delivery.members) {
      if (/\.gml$/i.test(name) && !files.has(name))
        report.skip(name, `${delivery.titles.get(name) ?? 'GIO'}: named in the delivery, but absent; the map does not show it`)
    }
    const order = [...new Set([...delivery.members.filter((name) => files.has(name) && /\.gml$/i.test(name)), ...files.keys()])]

    async function* layers(): AsyncGenerator<SourceLayer> {
      const geometries = new Set<string>()
      const division = new LayerDivision(links, report)
      for (const name of order) {
        const path = files.get(name) ?? name
        const title = capitalised(delivery.titles.get(name) ?? stem(name).replaceAll('_', ' '))
        try {
          const gio = await readGio(name, await source.read(path), title, report)
          for (const { geometry } of gio.located) if (geometry !== undefined) geometries.add(geometry)
          if (gio.located.length === 0) report.skip(name, 'no Locatie with a geometry; it gives no layer')
          const from: GioSource = { title, file: stem(name), style: await layerStyle(source, stem(path), report) }
          yield* division.add(gio, from)
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          report.skip(name, error.message)
        }
      }
      yield* division.rest()
      account(delivery.objects, links.places, geometries, report)
    }
    return {
      metadata: delivery.metadata,
      count: order.length,
      layers,
      text: (layersOf) => text && textOfDelivery(delivery, text, layersOf, report),
    }
  },
}

/** Finds the passage for an object: in the text of its own regulation where the delivery has several. Without any text the object's own wId. */
function passagesOf(delivery: Delivery, text: DeliveredText | undefined): (object: OwObject) => string | undefined {
  return ({ wId, file }) => (wId === undefined || text === undefined ? wId : text.elementOf(wId, delivery.regulationOf(file)))
}

function textOfDelivery(
  delivery: Delivery,
  text: DeliveredText,
  layersOf: (gio: string) => readonly string[],
  report: Report,
): DocumentText {
  const read = text.read(delivery.metadata.title ?? '', layersOf, report)
  const ids = elementIds(read)
  const passageOf = passagesOf(delivery, text)
  for (const object of delivery.objects) {
    if (object.wId !== undefined && !ids.has(passageOf(object) ?? ''))
      report.skip(`${object.file}, ${object.kind} ${object.id}`, `${object.wId} is not in the text; no passage is shown for it`)
  }
  return read
}

/** Path in the package by name: manifests speak of files without their folder. */
function filesByName(source: Package): Map<string, string> {
  return new Map(source.names.filter((name) => /\.gml$/i.test(name)).map((name) => [baseName(name), name]))
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

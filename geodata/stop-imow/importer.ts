/**
 * STOP deliveries: each GIO becomes a layer, each Locatie a zone. The OW objects say what a layer is called, what it is about, and which passages
 * govern it.
 */
import type { DocumentText } from '#contract/document-text.ts'
import { elementIds } from '../build/element-ids.ts'
import { type Importer, InputError, type SourceLayer } from '../importer.ts'
import { byKind } from '../kinds.ts'
import { baseName, type Package, stem } from '../package/package.ts'
import type { Report } from '../report.ts'
import { layerStyle } from '../sidecar.ts'
import { type Delivery, readDelivery } from './delivery.ts'
import { documentText } from './document-text.ts'
import { readGio } from './gio.ts'
import { linkObjects } from './ow-links.ts'
import { owStyle, withPassages } from './ow-style.ts'

export const stopImow: Importer = {
  title: 'STOP delivery',

  accepts: async (source) => source.names.some((name) => /\.gml$/i.test(name)),

  async open(source, _options, report) {
    const delivery = await readDelivery(source, report)
    const links = linkObjects(delivery.objects)
    const files = filesByName(source)
    for (const name of delivery.members) {
      if (/\.gml$/i.test(name) && !files.has(name))
        report.skip(name, `${delivery.titles.get(name) ?? 'GIO'}: named in the delivery, but absent`)
    }
    const order = [...new Set([...delivery.members.filter((name) => files.has(name) && /\.gml$/i.test(name)), ...files.keys()])]

    async function* layers(): AsyncGenerator<SourceLayer> {
      const geometries = new Set<string>()
      for (const name of order) {
        const path = files.get(name) ?? name
        const title = capitalised(delivery.titles.get(name) ?? stem(name).replaceAll('_', ' '))
        try {
          const gio = await readGio(name, await source.read(path), title, report)
          for (const id of gio.geometries) geometries.add(id)
          if (gio.zones.length === 0) report.skip(name, 'no Locatie with a geometry')
          const style = await layerStyle(source, stem(path), report)
          for (const layer of byKind({
            name: title,
            file: stem(name),
            zones: gio.zones.map((zone) => withPassages(zone, links)),
          })) {
            yield { ...layer, ...(gio.work ? { gio: gio.work } : {}), style: { ...owStyle(layer, links, report), ...style } }
          }
        } catch (error) {
          if (!(error instanceof InputError)) throw error
          report.skip(name, error.message)
        }
      }
      links.account(geometries, report)
    }
    return {
      metadata: delivery.metadata,
      count: order.length,
      layers,
      text: (layersOf) => textOfDelivery(delivery, layersOf, report),
    }
  },
}

function textOfDelivery(
  { metadata, texts, objects }: Delivery,
  layersOf: (gio: string) => readonly string[],
  report: Report,
): DocumentText | undefined {
  const text = documentText(metadata.title ?? '', texts, layersOf, report)
  if (!text) return undefined
  const ids = elementIds(text)
  for (const { file, kind, id, wId } of objects) {
    if (wId !== undefined && !ids.has(wId))
      report.skip(`${file}, ${kind} ${id}`, `${wId} is not in the text; no passage is shown for it`)
  }
  return text
}

/** Path in the package by name: manifests speak of files without their folder. */
function filesByName(source: Package): Map<string, string> {
  return new Map(source.names.filter((name) => /\.gml$/i.test(name)).map((name) => [baseName(name), name]))
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

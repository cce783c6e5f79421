/** GeoJSON files: each becomes a layer, each feature a zone. */
import { type Importer, InputError, type SourceLayer } from '../importer.ts'
import { byKind } from '../kinds.ts'
import { readText, stem } from '../package/package.ts'
import { layerStyle } from '../sidecar.ts'
import { parseGeoJson } from './geojson.ts'
import { zonesOf } from './zones.ts'

/** Bytes of one file that are read at once; what is larger is better delivered in a format with an index. */
export const largestFile = 200 * 2 ** 20

const isGeoJson = (name: string) => /\.(geojson|json)$/i.test(name) && !/\.layer\.json$/i.test(name)

export const features: Importer = {
  title: 'GeoJSON',

  accepts: async (source) => source.names.some(isGeoJson),

  async open(source, options, report) {
    const files = source.names.filter(isGeoJson)

    async function* layers(): AsyncGenerator<SourceLayer> {
      for (const file of files) {
        try {
          const style = await layerStyle(source, file.replace(/\.[^.]+$/, ''), report)
          const collection = parseGeoJson(file, await readText(source, file, largestFile))
          const zones = zonesOf(file, collection, options.crs, style ?? {}, report)
          if (zones.length === 0) report.skip(file, 'no feature with a geometry')
          yield* byKind({ name: titled(stem(file)), file: stem(file), zones, ...(style ? { style } : {}) })
        } catch (error) {
          // Of one file the fault is the answer; of many it is a line in the report.
          if (!(error instanceof InputError) || files.length === 1) throw error
          report.skip(file, error.message)
        }
      }
    }
    return { metadata: {}, count: files.length, layers }
  },
}

function titled(name: string): string {
  const words = name.replaceAll(/[_-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

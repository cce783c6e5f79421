/** Builds the schematic background map: each GeoJSON file of a folder is a source layer. */
import { join } from 'node:path'
import type { Basemap } from '#contract/catalogue.ts'
import { boxOfShape, shapeOf } from '#geo/shape.ts'
import { parseGeoJson } from '../features/geojson.ts'
import { largestFile } from '../features/importer.ts'
import { zonesOf } from '../features/zones.ts'
import { InputError } from '../importer.ts'
import { openPackage, readText, stem } from '../package/package.ts'
import type { Progress } from '../progress.ts'
import { newReport } from '../report.ts'
import { around } from './packed-tree.ts'
import { PmtilesWriter } from './pmtiles-writer.ts'
import { drawnZones, tilesOf } from './tile-layer.ts'
import { TileStore } from './tile-store.ts'

const minZoom = 7
/** The client enlarges beyond this. */
const maxZoom = 14
const tolerance = 2

/** @param folder of GeoJSON in WGS 84. @throws {InputError} when a feature cannot be used: it is our own data */
export async function buildBasemap(folder: string, attribution: string, work: string, progress: Progress): Promise<Basemap> {
  const source = await openPackage(folder)
  const files = source.names.filter((name) => /\.geojson$/i.test(name))
  const store = new TileStore(join(work, 'basemap.spool'))
  try {
    progress.start('basemap', files.length)
    const layers: { id: string; fields: Record<string, string> }[] = []
    const boxes: Basemap['bounds'][] = []
    for (const file of files) {
      const report = newReport()
      const zones = zonesOf(file, parseGeoJson(file, await readText(source, file, largestFile)), undefined, {}, report)
      const [fault] = report.skipped
      if (fault) throw new InputError(`${fault.subject}: ${fault.reason}`)
      const bounds = zones.map((zone) => boxOfShape(shapeOf(zone.geometry))).reduce(around)
      for (const tile of tilesOf(drawnZones(zones), { layer: stem(file), minZoom, maxZoom, tolerance, exactTop: true }))
        await store.add(tile)
      const names = new Set(zones.flatMap((zone) => Object.keys(zone.properties)))
      layers.push({ id: stem(file), fields: Object.fromEntries([...names].map((name) => [name, 'String'])) })
      boxes.push(bounds)
      progress.step(file)
    }
    if (boxes.length === 0) throw new InputError(`${folder}: no .geojson files`)
    const bounds = boxes.reduce(around)
    const writer = new PmtilesWriter(join(work, 'basemap.part'))
    await store.writeTo(writer)
    const metadata = { name: 'basemap', attribution, type: 'baselayer', vector_layers: layers }
    const { name } = await writer.publish(work, 'basemap', { bounds, minZoom, maxZoom, metadata })
    return { tiles: name, attribution, bounds, minZoom, maxZoom }
  } finally {
    progress.stop()
    await store.discard()
    await source.close()
  }
}

/** The registry of importers. A new one is a folder with an `importer.ts` and a line here. */
import { features } from './features/importer.ts'
import { type Importer, InputError } from './importer.ts'
import type { Package } from './package/package.ts'
import { stopImow } from './stop-imow/importer.ts'

/** In the order in which they are asked: a delivery may hold GeoJSON beside its GML. */
const importerIds = ['stop-imow', 'features'] as const
type ImporterId = (typeof importerIds)[number]

const importers = { 'stop-imow': stopImow, features } as const satisfies Record<ImporterId, Importer>

/** @throws {InputError} when no importer can read it */
export async function importerFor(source: Package): Promise<Importer> {
  for (const id of importerIds) if (await importers[id].accepts(source)) return importers[id]
  throw new InputError(
    `${source.name}: nothing to import. Expected GeoJSON (.geojson, .json) or a STOP delivery (.gml with its GIO metadata); found ${
      source.names.slice(0, 5).join(', ') || 'no files'
    }`,
  )
}

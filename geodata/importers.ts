/** The registry of importers. A new one is a folder with an `importer.ts` and a line here. */
import { features } from './features/importer.ts'
import { type Importer, InputError } from './importer.ts'
import { imro } from './imro/importer.ts'
import type { Package } from './package/package.ts'
import { stopImow } from './stop-imow/importer.ts'

/** In the order in which they are asked: GML is IMRO or a delivery's, and a delivery may hold GeoJSON beside it. */
const importerIds = ['imro', 'stop-imow', 'features'] as const
type ImporterId = (typeof importerIds)[number]

const importers = { imro, 'stop-imow': stopImow, features } as const satisfies Record<ImporterId, Importer>

/** @throws {InputError} when no importer can read it */
export async function importerFor(source: Package): Promise<Importer> {
  for (const id of importerIds) if (await importers[id].accepts(source)) return importers[id]
  throw new InputError(
    `${source.name}: nothing to import. Expected GeoJSON (.geojson, .json), an IMRO plan (.gml) or a STOP delivery (.gml with its GIO metadata); found ${
      source.names.slice(0, 5).join(', ') || 'no files'
    }`,
  )
}

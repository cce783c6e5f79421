/** The built geodata as the API uses it: the catalogue, and what lies at a place. */
import { createHash } from 'node:crypto'
import type { Catalogue, Zone } from '#contract/catalogue.ts'
import type { Geometry } from '#contract/geometry.ts'
import { blockCache } from './block-cache.ts'
import { catalogueReader } from './catalogue.ts'
import { GeodataError, type Sources } from './source.ts'
import { zonesOf } from './zones-at.ts'

export interface Geodata {
  /** Which documents and layers there are; empty where nothing was built. @throws {GeodataError} */
  catalogue(): Promise<Catalogue>
  /**
   * Zones at a place: those that contain a point, or that a line or area shares more than a border with (then with the share of its
   * length or area). Vision before rules before zoning, then in the order of the layers. @throws {GeodataError}
   */
  zonesAt(geometry: Geometry): Promise<Zone[]>
  /**
   * The catalogue as it is now, to join many places with one and the same; undefined where there is none. A file of it that has been
   * removed meanwhile is an error, not an empty place. @throws {GeodataError}
   */
  pinned(): Promise<Pinned | undefined>
}

interface Pinned {
  /** Equal for catalogues that give the same zones. */
  readonly edition: string
  zonesAt(geometry: Geometry): Promise<Zone[]>
}

/** `fileSources(folder)` locally, `httpSources(address)` in the cloud. */
export function openGeodata(sources: Sources): Geodata {
  const catalogue = catalogueReader(sources)
  const cache = blockCache()
  const open: Sources = (name) => cache.over(sources(name))
  return {
    catalogue: () => catalogue.current(),
    async zonesAt(geometry) {
      try {
        return await zonesOf(await catalogue.current(), open, geometry)
      } catch (error) {
        // A document was imported again meanwhile and its old file is gone: the new catalogue names the new one.
        if (!(error instanceof GeodataError) || error.code !== 'missing') throw error
        return zonesOf(await catalogue.reload(), open, geometry)
      }
    },
    async pinned() {
      const built = await catalogue.built()
      return built && { edition: editionOf(built), zonesAt: (geometry) => zonesOf(built, open, geometry) }
    },
  }
}

/** Reckoned once for each catalogue that was read: joining anew asks before every write. */
const editions = new WeakMap<Catalogue, string>()

/** Files have their content's hash in their names, so the documents' entries say all that zones come from. */
function editionOf(catalogue: Catalogue): string {
  const known = editions.get(catalogue)
  if (known !== undefined) return known
  const edition = createHash('sha256').update(JSON.stringify(catalogue.documents)).digest('hex').slice(0, 32)
  editions.set(catalogue, edition)
  return edition
}

/** Loads the catalogue and keeps it while it is fresh. */
import { Catalogue } from '#contract/catalogue.ts'
import { GeodataError, type Source, type Sources } from './source.ts'

export const catalogueFile = 'catalogue.json'

/** Milliseconds that a catalogue is believed without looking again: a new import shows within this time. */
const freshFor = 2_000
/** Bytes asked for at once; the catalogue of a province with 84 layers is 60 kB. */
const chunk = 256 * 1024

export interface CatalogueReader {
  /** The catalogue; an empty one where nothing was built. @throws {GeodataError} */
  current(): Promise<Catalogue>
  /** Looks again now. */
  reload(): Promise<Catalogue>
  /** The catalogue; undefined where nothing was built, or where it cannot be seen. @throws {GeodataError} */
  built(): Promise<Catalogue | undefined>
}

const nothing: Catalogue = { basemap: null, documents: [] }

/** @param now milliseconds, from any start */
export function catalogueReader(sources: Sources, now: () => number = () => performance.now()): CatalogueReader {
  let loaded: { catalogue: Promise<Catalogue>; at: number } | undefined
  let latest: { etag: string | undefined; catalogue: Catalogue } | undefined

  async function load(): Promise<Catalogue> {
    // A fresh source each time: a source stands for one version of a file.
    const source = sources(catalogueFile)
    try {
      const first = await source.getBytes(0, chunk)
      if (latest && first.etag !== undefined && first.etag === latest.etag) return latest.catalogue
      const catalogue = parse(await rest(source, first.data))
      latest = { etag: first.etag, catalogue }
      return catalogue
    } catch (error) {
      if (error instanceof GeodataError && error.code === 'missing') return nothing
      throw error
    }
  }

  function reload(): Promise<Catalogue> {
    const catalogue = load()
    const mine = { catalogue, at: now() }
    loaded = mine
    catalogue.catch(() => {
      if (loaded === mine) loaded = undefined
    })
    return catalogue
  }

  const current = () => (loaded && now() - loaded.at < freshFor ? loaded.catalogue : reload())
  return {
    current,
    reload,
    async built() {
      const catalogue = await current()
      return catalogue === nothing ? undefined : catalogue
    },
  }
}

async function rest(source: Source, first: ArrayBuffer): Promise<string> {
  const parts = [new Uint8Array(first)]
  for (let offset = first.byteLength; parts.at(-1)?.byteLength === chunk; ) {
    const { data } = await source.getBytes(offset, chunk)
    parts.push(new Uint8Array(data))
    offset += data.byteLength
  }
  const decoder = new TextDecoder()
  return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode()
}

function parse(text: string): Catalogue {
  try {
    return Catalogue.parse(JSON.parse(text))
  } catch (cause) {
    throw new GeodataError('damaged', catalogueFile, 'not a catalogue of this version', { cause })
  }
}

/** Geodata that counts what is read of it, as object storage would be asked for it. */
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import type { Sources } from '#geo/source.ts'

/** What one question read, apart from the catalogue. */
export interface Reads {
  readonly ranges: number
  readonly bytes: number
  /** Names of the files. */
  readonly files: ReadonlySet<string>
}

/** @param target folder of a catalogue. @param document of which alone the catalogue is to speak */
function countingSources(target: string, document: string): { sources: Sources; take(): Reads } {
  const open = fileSources(target)
  let reads = { ranges: 0, bytes: 0, files: new Set<string>() }
  const sources: Sources = (name) => {
    const source = open(name)
    if (name === 'catalogue.json') {
      return {
        getKey: () => source.getKey(),
        async getBytes(offset, length) {
          const whole = JSON.parse(new TextDecoder().decode((await source.getBytes(0, 2 ** 26)).data))
          const documents = whole.documents.filter(({ id }: { id: string }) => id === document)
          return { data: new TextEncoder().encode(JSON.stringify({ ...whole, documents })).buffer.slice(offset, offset + length) }
        },
      }
    }
    return {
      getKey: () => source.getKey(),
      async getBytes(offset, length) {
        const answer = await source.getBytes(offset, length)
        reads.ranges += 1
        reads.bytes += answer.data.byteLength
        reads.files.add(name)
        return answer
      },
    }
  }
  return {
    sources,
    take() {
      const taken = reads
      reads = { ranges: 0, bytes: 0, files: new Set() }
      return taken
    },
  }
}

/** Asks at each place, the first time and again. */
export async function readsAt(
  target: string,
  document: string,
  places: readonly GeoJSON.Position[],
): Promise<{ place: string; zones: number; cold: Reads; warm: Reads }[]> {
  const { sources, take } = countingSources(target, document)
  const found = []
  for (const [x = 0, y = 0] of places) {
    // Opened anew: nothing is in its caches.
    const geodata = openGeodata(sources)
    const point = { type: 'Point' as const, coordinates: [x, y] as [number, number] }
    const zones = (await geodata.zonesAt(point)).length
    const cold = take()
    await geodata.zonesAt(point)
    found.push({ place: `${x}, ${y}`, zones, cold, warm: take() })
  }
  return found
}

/** Numbers from 0 to 1, the same ones each time (Lehmer, with Park and Miller's revised multiplier). */
export function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

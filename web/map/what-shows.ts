/** Says what the map shows after it has come closer: how many clusters, how many pins by themselves. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Camera } from './camera.ts'
import type { ClustersOnMap } from './follow-clusters.ts'

/** Once, when the map has drawn what it comes to. */
export function tellWhatShows(
  map: MapLibreMap,
  clusters: Pick<ClustersOnMap, 'all' | 'loose'>,
  camera: Pick<Camera, 'shows'>,
  tell: (clusters: number, loose: number) => void,
): void {
  map.once('idle', () => {
    const shown = ({ at }: { readonly at: readonly [number, number] }) => camera.shows([at[0], at[1]])
    // Clusters follow the last tile in the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => tell(clusters.all().filter(shown).length, clusters.loose().filter(shown).length)),
    )
  })
}

/** What the map draws of contributions, read out of the running map: clusters and their numbers, pins, and the tiles that they come from. */
import type { Page } from 'playwright-core'

/** As much of MapLibre as is read here. */
interface OpenMap {
  jumpTo(to: { center: [number, number]; zoom: number }): void
  refreshTiles(source: string): void
  project(at: [number, number]): { x: number; y: number }
  getContainer(): HTMLElement
  getStyle(): { layers: { id: string }[] }
  getFeatureState(of: object): { grouped?: boolean }
  querySourceFeatures(source: string, of?: { sourceLayer?: string }): Found[]
  queryRenderedFeatures(of: { layers: string[] }): Found[]
  isSourceLoaded(source: string): boolean
  readonly style: {
    readonly tileManagers: Record<string, { getVisibleCoordinates(): { canonical: { z: number; x: number; y: number } }[] }>
  }
}
interface Found {
  readonly geometry: { readonly type: string; readonly coordinates: [number, number] }
  readonly properties: { readonly id: string; readonly title: string; readonly part?: boolean }
  readonly source: string
  readonly sourceLayer?: string
}
declare global {
  interface Window {
    openMap: OpenMap
  }
}

/** Call before the page is opened: keeps the map that opens at hand. MapLibre keeps no way to it in the document. */
export async function keepMapAtHand(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // The first that a map does is to keep its canvas's container: whoever sets that is the map.
    Object.defineProperty(Object.prototype, '_canvasContainer', {
      configurable: true,
      set(this: object, value: unknown) {
        window.openMap = this as OpenMap
        Object.defineProperty(this, '_canvasContainer', { value, writable: true, configurable: true, enumerable: true })
      },
    })
  })
}

export interface Drawn {
  /** What the clusters count, as they show it. */
  readonly clusters: readonly number[]
  /** Ids of the pins drawn one by one, also beside the screen. */
  readonly pins: readonly string[]
  /** Of these, on the screen: by where they stand, and by what is really drawn. */
  readonly onScreen: readonly string[]
  readonly rendered: readonly string[]
  readonly tiles: readonly { readonly z: number; readonly x: number; readonly y: number }[]
}

/** Where the map looks. */
export const lookAt = (page: Page, zoom: number, center: [number, number]): Promise<void> =>
  page.evaluate((to) => window.openMap.jumpTo(to), { zoom, center })

export const drawn = (page: Page): Promise<Drawn> =>
  page.evaluate(() => {
    const map = window.openMap
    const ids = map.getStyle().layers.map(({ id }) => id)
    const layers = ids.filter((id) => /^(selected\/)?pins\//.test(id))
    const seen = (found: Found[]) =>
      found.filter(({ geometry, properties, source, sourceLayer }) => {
        if (geometry.type !== 'Point' || properties.part) return false
        return !map.getFeatureState({ source, ...(sourceLayer && { sourceLayer }), id: properties.id }).grouped
      })
    const rendered = seen(map.queryRenderedFeatures({ layers }))
    const of = (source: string, sourceLayer?: string) =>
      map
        .querySourceFeatures(source, sourceLayer ? { sourceLayer } : {})
        .map(({ geometry, properties }) => ({ geometry, properties, source, ...(sourceLayer && { sourceLayer }) }))
    const everywhere = [...of('contributions', 'contributions'), ...of('contributions', 'anchors'), ...of('local')]
    const { clientWidth, clientHeight } = map.getContainer()
    const pins = new Map(seen(everywhere).map((one) => [one.properties.id, one.geometry.coordinates]))
    const onScreen = [...pins].filter(([, at]) => {
      const { x, y } = map.project(at)
      return x >= 0 && y >= 0 && x < clientWidth && y < clientHeight
    })
    return {
      clusters: [...document.querySelectorAll('.map-cluster')].map((one) => Number(one.textContent?.replaceAll('.', ''))),
      pins: [...pins.keys()].toSorted(),
      onScreen: onScreen.map(([id]) => id).toSorted(),
      rendered: [...new Set(rendered.map(({ properties }) => properties.id))].toSorted(),
      tiles: (map.style.tileManagers.contributions?.getVisibleCoordinates() ?? []).map(({ canonical: { z, x, y } }) => ({
        z,
        x,
        y,
      })),
    }
  })

/** What the map shows in all: numbers of clusters and pins together. */
export const totalOf = ({ clusters, pins }: Pick<Drawn, 'clusters' | 'pins'>): number =>
  clusters.reduce((sum, count) => sum + count, 0) + pins.length

/**
 * Clusters as buttons on the map, for every hand. A tap or a click on one is the map's own (taps.ts). For the keyboard all of them
 * are one stop of the Tab key: arrows go to the next one in that direction, Enter opens, Escape goes back to the map.
 */
import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { type Cluster, clusterSvg } from './cluster.ts'
import { type Heading, nextInDirection } from './next-in-direction.ts'

export interface ButtonWords {
  /** "23 bijdragen bij Cothen: 9 wonen, 6 bereikbaarheid." */
  readonly sentence: (cluster: Cluster) => string
  readonly number: (value: number) => string
}

export interface ButtonHandlers {
  /** Pressed by key, or by a screen reader. */
  readonly onOpen: (cluster: Cluster) => void
  /** The one that the keyboard stands on; null: on none any more. */
  readonly onFocus: (cluster: Cluster | null) => void
  /** Lies it in what panels leave visible? */
  readonly isVisible: (cluster: Cluster) => boolean
}

export interface ClusterButtons {
  /** @param words of the page's language @param resting true while the map is another's: no button can be reached */
  show(clusters: readonly Cluster[], words: ButtonWords, resting: boolean): void
  remove(): void
}

interface Shown {
  readonly cluster: Cluster
  readonly marker: Marker
  readonly element: HTMLButtonElement
}

const headings: Readonly<Record<string, Heading>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** @param helpId of the element that says what the keys do */
export function clusterButtons(map: MapLibreMap, helpId: string, handlers: ButtonHandlers): ClusterButtons {
  let shown = new Map<string, Shown>()
  /** Key of the one that Tab reaches. */
  let current: string | undefined
  const pixelOf = ({ cluster }: Shown) => map.project([cluster.at[0], cluster.at[1]])
  const visible = () => [...shown].filter(([, one]) => handlers.isVisible(one.cluster))

  const makeCurrent = (key: string | undefined) => {
    current = key
    for (const [other, { element }] of shown) element.tabIndex = other === key ? 0 : -1
  }
  const near = (to: { x: number; y: number }): string | undefined => {
    const far = (one: Shown) => Math.hypot(pixelOf(one).x - to.x, pixelOf(one).y - to.y)
    return visible().toSorted(([, a], [, b]) => far(a) - far(b))[0]?.[0]
  }
  const onKeyDown = (key: string, event: KeyboardEvent) => {
    const heading = headings[event.key]
    const from = shown.get(key)
    if (event.altKey || event.ctrlKey || event.metaKey || !from) return
    if (event.key === 'Escape') map.getCanvas().focus({ preventScroll: true })
    else if (heading) {
      const others = visible().filter(([other]) => other !== key)
      const next = nextInDirection(pixelOf(from), heading, others, ([, one]) => pixelOf(one))
      if (next) next[1].element.focus({ preventScroll: true })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const make = (key: string, cluster: Cluster): Shown => {
    const element = document.createElement('button')
    element.type = 'button'
    element.tabIndex = -1
    element.className = 'map-cluster'
    element.setAttribute('aria-describedby', helpId)
    const marker = new Marker({ element }).setLngLat([cluster.at[0], cluster.at[1]]).addTo(map)
    // A pointer's click goes on to the map, which knows what lies under it; that of a key has no place.
    element.addEventListener('click', (event) => {
      if (event.detail !== 0) return
      event.stopPropagation()
      handlers.onOpen(cluster)
    })
    element.addEventListener('keydown', (event) => onKeyDown(key, event))
    element.addEventListener('focus', () => {
      makeCurrent(key)
      if (element.matches(':focus-visible')) handlers.onFocus(cluster)
    })
    element.addEventListener('blur', () => handlers.onFocus(null))
    return { cluster, marker, element }
  }

  return {
    show(clusters, words, resting) {
      const focused = [...shown.values()].find(({ element }) => element === document.activeElement)
      const kept = new Map<string, Shown>()
      for (const cluster of clusters) {
        const key = JSON.stringify([cluster.at, cluster.mix])
        const one = shown.get(key) ?? make(key, cluster)
        const label = words.sentence(cluster)
        one.element.disabled = resting
        if (one.element.getAttribute('aria-label') !== label) {
          one.element.setAttribute('aria-label', label)
          one.element.innerHTML = clusterSvg(cluster.mix, words.number(cluster.count))
        }
        // Same place and numbers, yet other cells or pins may be in it.
        kept.set(key, one.cluster === cluster ? one : { ...one, cluster })
        shown.delete(key)
      }
      const gone = shown
      shown = kept
      const lost = focused && !focused.element.disabled && [...gone.values()].includes(focused) ? focused : undefined
      const stand = lost ?? (current === undefined ? undefined : gone.get(current))
      if (current === undefined || !kept.has(current)) makeCurrent(near(stand ? pixelOf(stand) : middleOf(map)))
      for (const { marker } of gone.values()) marker.remove()
      // The cluster under the keyboard came apart: it goes on from the nearest part.
      if (lost) (shown.get(current ?? '')?.element ?? map.getCanvas()).focus({ preventScroll: true })
    },
    remove() {
      for (const { marker } of shown.values()) marker.remove()
    },
  }
}

function middleOf(map: MapLibreMap): { x: number; y: number } {
  const { clientWidth, clientHeight } = map.getContainer()
  return { x: clientWidth / 2, y: clientHeight / 2 }
}

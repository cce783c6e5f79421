/**
 * "Compare two": a second map over the first, of which the part right of a line shows. It only draws: fingers, mouse and keys go
 * through it to the first map, which takes it along. Fetched when first asked for; its memory is given back when it ends.
 */
import './compare.css'
import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createEffect, createMemo, createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js'
import type { Position } from '#contract/geometry.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Icon } from '../ui/icon.tsx'
import { type Cluster, diameterOf } from './cluster.ts'
import { followStyle } from './follow-style.ts'
import { hideGroupedPins } from './grouped-pins.ts'
import { openMap } from './open-map.ts'
import type { Sides, ZonesInView } from './port.ts'
import { type Scene, sources } from './scene.ts'
import { findLayer } from './zone-layers.ts'
import { wholeView, zonesInView } from './zones-in-view.ts'

interface Props {
  /** The map that people hold: the left one. */
  readonly map: MapLibreMap
  /** Its scene; the right one's differs in its layers only. */
  readonly scene: Scene
  readonly sides: Sides
  readonly clusters: Accessor<readonly Cluster[]>
  readonly onZones: (inView: ZonesInView) => void
  readonly onEnd: () => void
}

/** Where the grip may stand, in percent from the top; the first that is free. */
const heights = [50, 58, 42, 66, 34, 74] as const
/** Half the grip's size and some air, in pixels. */
const gripReach = 32
const pixelOf = (map: MapLibreMap, at: Position) => map.project([at[0], at[1]])

/** Percent per press of an arrow; with Shift or Page up and down. */
const step = 2
const stride = 10

export function Compare(props: Props) {
  const t = useText(plan)
  const { map } = props
  const helpId = createUniqueId()
  const [share, setShare] = createSignal(50)
  const [right, setRight] = createSignal<MapLibreMap>()
  const [failed, setFailed] = createSignal(false)
  const scene = (): Scene => ({ ...props.scene, layers: props.sides.right })
  let area!: HTMLDivElement

  const place = document.createElement('div')
  place.className = 'compare-map'
  place.setAttribute('aria-hidden', 'true')
  // Under the markers of clusters, which both maps share.
  map.getCanvas().after(place)
  createEffect(() => {
    place.style.clipPath = `inset(0 0 0 ${share()}%)`
  })
  onMount(() => {
    try {
      const { lng, lat } = map.getCenter()
      const padding = { top: 0, right: 0, bottom: 0, left: 0 }
      const opened = openMap(place, {
        scene: scene(),
        view: { lng, lat, zoom: map.getZoom() },
        padding,
        title: t().compare,
        still: true,
      })
      onCleanup(() => opened.remove())
      const follow = () => opened.jumpTo({ center: map.getCenter(), zoom: map.getZoom() })
      map.on('move', follow)
      map.on('resize', follow)
      onCleanup(() => {
        map.off('move', follow)
        map.off('resize', follow)
      })
      opened.on('error', (event: ErrorEvent & { sourceId?: string }) => {
        // Whether the national map answers is the first map's business.
        if (event.sourceId !== sources.national) console.error(event.error)
      })
      opened.on('idle', () => {
        place.dataset.drawn = 'true'
        props.onZones(zonesInView(opened, scene(), wholeView(opened)))
      })
      opened.once('style.load', () => setRight(opened))
    } catch (error) {
      console.warn('compare:', error)
      setFailed(true)
    }
  })
  onCleanup(() => {
    place.remove()
    props.onZones(new Map())
  })

  // The grip stands where it covers no cluster; it looks for such a place when the map and itself have come to rest.
  const [dragged, setDragged] = createSignal(false)
  const [rests, setRests] = createSignal(0)
  const rest = () => setRests((count) => count + 1)
  map.on('moveend', rest)
  onCleanup(() => map.off('moveend', rest))
  const height = createMemo<number>((before) => {
    rests()
    if (dragged()) return before
    const { clientWidth, clientHeight } = map.getContainer()
    const taken = props.clusters().map(({ at, count }) => ({ ...pixelOf(map, at), radius: diameterOf(count) / 2 }))
    const x = (share() / 100) * clientWidth
    const free = heights.find((percent) =>
      taken.every(
        (cluster) => Math.hypot(cluster.x - x, cluster.y - (percent / 100) * clientHeight) > cluster.radius + gripReach,
      ),
    )
    return free ?? before
  }, heights[0])

  const move = (percent: number) => setShare(Math.min(100, Math.max(0, Math.round(percent))))
  const moves: Readonly<Record<string, (by: number) => number>> = {
    ArrowLeft: (by) => share() - by,
    ArrowDown: (by) => share() - by,
    ArrowRight: (by) => share() + by,
    ArrowUp: (by) => share() + by,
    PageDown: () => share() - stride,
    PageUp: () => share() + stride,
    Home: () => 0,
    End: () => 100,
  }
  const onKey = (event: KeyboardEvent) => {
    const to = moves[event.key]
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    move(to(event.shiftKey ? stride : step))
  }
  const onDrag = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, width } = area.getBoundingClientRect()
    move(((event.clientX - left) / width) * 100)
  }
  const end = () => {
    props.onEnd()
    map.getCanvas().focus({ preventScroll: true })
  }
  // Before the panel's own Escape, which would close the panel; a dialog, a fan on the map, or words in a search come first.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || document.querySelector('dialog[open], .map-fan')) return
    if (event.target instanceof HTMLInputElement && event.target.type === 'search' && event.target.value !== '') return
    event.preventDefault()
    event.stopPropagation()
    end()
  }
  document.addEventListener('keydown', onEscape, { capture: true })
  onCleanup(() => document.removeEventListener('keydown', onEscape, { capture: true }))

  const names = (side: keyof Sides) =>
    props.sides[side].flatMap(({ id }) => findLayer(props.scene.catalogue, id)?.layer.title ?? []).join(', ') || t().sideEmpty

  return (
    <section class="compare" ref={area} aria-label={t().compare}>
      <p id={helpId} class="map-unseen">
        {t().compareHelp}
      </p>
      <Show when={right()}>{(opened) => <Follow map={opened()} scene={scene} clusters={props.clusters} />}</Show>
      <Show when={!failed()}>
        <div class="compare-line" style={{ left: `${share()}%` }}>
          <div
            class="compare-grip"
            style={{ top: `${height()}%` }}
            role="slider"
            tabIndex={0}
            aria-orientation="horizontal"
            aria-label={t().compareSlider(names('left'), names('right'))}
            aria-describedby={helpId}
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow={share()}
            aria-valuetext={t().compareShare(share())}
            onKeyDown={onKey}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              setDragged(true)
              event.currentTarget.focus({ preventScroll: true })
              event.preventDefault()
            }}
            onPointerMove={onDrag}
            onLostPointerCapture={() => setDragged(false)}
          >
            <Icon name="move-horizontal" />
          </div>
        </div>
      </Show>
      <div class="compare-foot">
        <Show when={failed()}>
          <p class="map-notice" role="alert">
            {t().compareFailed}
          </p>
        </Show>
        <button type="button" class="button button-secondary compare-end" onClick={end}>
          <Icon name="close" />
          <span>{t().compareEnd}</span>
        </button>
      </div>
    </section>
  )
}

/** Once its style has loaded, the right map goes along with whatever changes. */
function Follow(props: { readonly map: MapLibreMap; readonly scene: Accessor<Scene>; readonly clusters: Props['clusters'] }) {
  followStyle(props.map, props.scene)
  hideGroupedPins(props.map, props.clusters)
  return null
}

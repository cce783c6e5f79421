/** A small still map: the zones that a passage governs and the contributions in them. It takes no keys and no fingers: a page scrolls past it. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { createEffect, createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { Catalogue } from '#contract/catalogue.ts'
import type { ContributionFeature } from '#contract/contribution.ts'
import type { BBox } from '#contract/geometry.ts'
import { attributionOf } from '../map/attribution.ts'
import { followBackground } from '../map/follow-background.ts'
import { localFeatures } from '../map/local-features.ts'
import { openMap } from '../map/open-map.ts'
import type { Scene } from '../map/scene.ts'
import { buildStyle } from '../map/style.ts'
import { texturesOf } from '../map/textures.ts'
import { useConsultation } from '../session/consultation.ts'
import { useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import type { GovernedLayer } from './governed.ts'
import { onlyZones } from './only-zones.ts'

const none: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

export default function MiniMap(props: {
  readonly catalogue: Catalogue
  readonly governed: readonly GovernedLayer[]
  readonly features: readonly ContributionFeature[]
  /** What is in view. */
  readonly bounds: BBox
  /** What the map shows, in words. */
  readonly label: string
}) {
  const t = useText(read)
  const { consultation } = useConsultation()
  const [background, setBackground] = createSignal<Scene['background']>('schematic')
  const [map, setMap] = createSignal<MapLibreMap>()
  const [failed, setFailed] = createSignal(false)
  let container!: HTMLDivElement
  const layers = () => props.governed.map(({ layer }) => ({ id: layer.id, opacity: 1 }))
  const scene = createMemo(
    (): Scene => ({
      origin: location.origin,
      consultation: { ...consultation(), bounds: props.bounds },
      catalogue: props.catalogue,
      background: background(),
      layers: layers(),
      textures: texturesOf(layers(), props.catalogue),
      zone: null,
      filter: { kinds: [], themes: [], outcomes: [] },
      tiled: false,
      replaced: [],
      local: localFeatures(props.features),
      clusters: none,
      selected: null,
      dimmed: false,
      marks: none,
    }),
  )
  const noPadding = { top: 0, right: 0, bottom: 0, left: 0 }
  onMount(() => {
    try {
      const opened = openMap(container, { scene: scene(), view: null, padding: noPadding, title: props.label })
      opened.on('idle', () => opened.getContainer().setAttribute('aria-busy', 'false'))
      opened.once('style.load', () => setMap(opened))
      onCleanup(() => opened.remove())
    } catch (error) {
      // No WebGL: the list below says the same.
      console.warn('small map:', error)
      setFailed(true)
    }
  })
  return (
    <figure class="mini-map">
      <div class="mini-map-picture" role="img" aria-label={props.label}>
        <div class="mini-map-canvas" ref={container} inert />
        <Show when={failed()}>
          <p class="mini-map-failed small">{t().mapFailed}</p>
        </Show>
      </div>
      <Show when={map()}>
        {(opened) => (
          <Follow map={opened()} scene={scene()} bounds={props.bounds} governed={props.governed} onBackground={setBackground} />
        )}
      </Show>
      <figcaption class="mini-map-source">{attributionOf(scene()).join(' · ')}</figcaption>
    </figure>
  )
}

/** Keeps the opened map in step with the passage that is being read. */
function Follow(props: {
  readonly map: MapLibreMap
  readonly scene: Scene
  readonly bounds: BBox
  readonly governed: readonly GovernedLayer[]
  readonly onBackground: (background: Scene['background']) => void
}) {
  const background = followBackground(props.map)
  createEffect(() => props.onBackground(background()))
  createEffect(() => {
    props.map.getContainer().setAttribute('aria-busy', 'true')
    props.map.setStyle(onlyZones(buildStyle(props.scene), props.governed), { diff: true, validate: false })
  })
  createEffect(() => props.map.fitBounds([...props.bounds], { padding: 20, duration: 0, maxZoom: 15 }))
  return null
}

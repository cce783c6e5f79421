/** Bottom right of what panels leave visible: the page's own buttons, zoom, my location; under them attribution and scale. */
import { type Map as MapLibreMap, ScaleControl } from 'maplibre-gl'
import { createMemo, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { MapWords } from '../text/map.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.ts'

interface Props {
  readonly words: MapWords
  readonly own: JSX.Element
  readonly locating: boolean
  readonly onZoom: (steps: number) => void
  readonly onLocate: () => void
}

export function MapControls(props: Props) {
  return (
    <div class="map-controls">
      <Show when={props.own}>
        <div class="map-control-group">{props.own}</div>
      </Show>
      <div class="map-control-group">
        <Control icon="plus" label={props.words.zoomIn} onPress={() => props.onZoom(1)} />
        <Control icon="minus" label={props.words.zoomOut} onPress={() => props.onZoom(-1)} />
        <Control icon="locate-fixed" label={props.words.locate} busy={props.locating} onPress={() => props.onLocate()} />
      </div>
    </div>
  )
}

function Control(props: {
  readonly icon: IconName
  readonly label: string
  readonly busy?: boolean
  readonly onPress: () => void
}) {
  return (
    <button
      type="button"
      class="icon-button map-control"
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.busy ? 'true' : undefined}
      onClick={() => !props.busy && props.onPress()}
    >
      <Icon name={props.icon} />
    </button>
  )
}

/** Always in view, whatever panel is open: who made the map, and how far a finger's width is. */
export function MapFooter(props: { readonly map: MapLibreMap; readonly attribution: readonly string[] }) {
  let scale: HTMLDivElement | undefined
  onMount(() => {
    const control = new ScaleControl({ unit: 'metric', maxWidth: 80 })
    scale?.append(control.onAdd(props.map))
    onCleanup(() => control.onRemove())
  })
  const parts = createMemo(() => [...new Set(props.attribution)])
  return (
    <div class="map-footer">
      <p class="map-attribution">
        <For each={parts()}>{(part) => <span>{part}</span>}</For>
      </p>
      <div class="map-scale" ref={scale} />
    </div>
  )
}

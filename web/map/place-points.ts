/** Choosing a point: tap to put it, tap elsewhere or drag to correct it; `add` lets the next tap put another one. */
import { type MapMouseEvent, Marker } from 'maplibre-gl'
import type { Geometry, Position } from '#contract/geometry.ts'
import { assemble, round7, takeApart } from './parts.ts'
import { reach } from './pick.ts'
import { placeMarkerSvg } from './place-marker.ts'
import type { PlacingContext, PlacingSession } from './placing.ts'

export function placePoints({ map, onGeometry, onNews, markerLabel }: PlacingContext): PlacingSession {
  let markers: Marker[] = []
  let adding = false

  const positionOf = (marker: Marker): Position => {
    const { lng, lat } = marker.getLngLat()
    return round7([lng, lat])
  }
  const emit = () =>
    onGeometry(
      assemble(
        'point',
        markers.map((marker) => [positionOf(marker)]),
      ),
    )

  const put = (at: Position) => {
    const element = document.createElement('div')
    element.className = 'map-place-marker'
    element.innerHTML = placeMarkerSvg
    const marker = new Marker({ element, anchor: 'bottom', draggable: true }).setLngLat(at).addTo(map)
    element.setAttribute('role', 'img')
    element.setAttribute('role', 'img')
    element.setAttribute('aria-label', markerLabel)
    marker.on('dragend', () => {
      emit()
      onNews({ what: 'moved', at: positionOf(marker) })
    })
    markers.push(marker)
  }

  const tap = ({ lng, lat }: { lng: number; lat: number }) => {
    const at = round7([lng, lat])
    const last = markers.at(-1)
    if (last && !adding) last.setLngLat(at)
    else put(at)
    adding = false
    emit()
    onNews({ what: 'set', count: markers.length, at })
  }
  const onClick = (event: MapMouseEvent) => tap(event.lngLat)
  map.on('click', onClick)

  const take = (marker: Marker | undefined): boolean => {
    if (!marker) return false
    marker.remove()
    markers = markers.filter((other) => other !== marker)
    emit()
    onNews({ what: 'removed', left: markers.length })
    return true
  }
  const empty = () => {
    for (const marker of markers) marker.remove()
    markers = []
    adding = false
  }

  return {
    mark: (x, y) => tap(map.unproject([x, y])),
    undo: () => take(markers.at(-1)),
    removeAt: (x, y) =>
      take(
        markers.find((marker) => {
          const at = map.project(marker.getLngLat())
          return Math.hypot(at.x - x, at.y - y) <= reach
        }),
      ),
    finish: () => {
      adding = false
    },
    add: () => {
      adding = true
      onNews({ what: 'started' })
    },
    clear: () => {
      empty()
      emit()
      onNews({ what: 'cleared' })
    },
    load: (geometry: Geometry | null) => {
      empty()
      if (geometry) for (const [position] of takeApart(geometry).parts) if (position) put(position)
    },
    stop: () => {
      map.off('click', onClick)
      empty()
    },
  }
}

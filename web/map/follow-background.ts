/** Which background the map stands on: schematic at once, the national one when PDOK has shown that it answers. */
import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createSignal, onMount } from 'solid-js'
import { nationalMapAnswers } from './national.ts'
import { type Scene, sources } from './scene.ts'

/** So many failed tiles end the national map for this visit. */
const patience = 3

export function followBackground(map: MapLibreMap): Accessor<Scene['background']> {
  const [background, setBackground] = createSignal<Scene['background']>('schematic')
  let failures = 0
  map.on('error', (event: ErrorEvent & { sourceId?: string }) => {
    if (event.sourceId !== sources.national) return console.error(event.error)
    failures += 1
    if (failures >= patience) setBackground('schematic')
  })
  onMount(() => {
    nationalMapAnswers().then((answers) => {
      if (answers) setBackground('national')
    })
  })
  return background
}

import type { Layer } from '#contract/catalogue.ts'
import './swatch.css'

/** The colour of a layer, or of one of its classes, as the map draws it: a fill, a line or a dot; hatched where the layer is. */
export function Swatch(props: { readonly layer: Pick<Layer, 'geometry' | 'hatch' | 'colour'>; readonly colour?: string }) {
  return (
    <span
      class={`swatch swatch-${props.layer.geometry}`}
      classList={{ 'swatch-hatch': props.layer.hatch }}
      style={{ '--swatch': props.colour ?? props.layer.colour }}
      aria-hidden="true"
    />
  )
}

import type { Layer } from '#contract/catalogue.ts'
import { edgeOf } from '../map/colour.ts'
import type { Texture } from '../map/hatch.ts'
import './swatch.css'

/** The colour of a layer, or of one of its classes, as the map draws it: a fill, a line or a dot; hatched where the map hatches it. */
export function Swatch(props: {
  readonly layer: Pick<Layer, 'geometry' | 'hatch' | 'colour'>
  readonly colour?: string
  /** As the map draws it now; of a layer that is off: what it is by itself. */
  readonly texture?: Texture | undefined
}) {
  const colour = () => props.colour ?? props.layer.colour
  const texture = () => props.texture ?? (props.layer.hatch ? 'hatch' : 'plain')
  return (
    <span
      class={`swatch swatch-${props.layer.geometry} swatch-${props.layer.geometry}-${texture()}`}
      style={{ '--swatch': colour(), '--swatch-edge': edgeOf(colour()) }}
      aria-hidden="true"
    />
  )
}

/** Marks over the canvas that nobody can press: the keyboard's crosshair, the name beside the mouse. */

/** A ring with four ticks that leave its middle free. */
const crosshair = 'M24 6a18 18 0 1 1 0 36a18 18 0 1 1 0-36zM24 2v14M24 32v14M2 24h14M32 24h14'

export const Crosshair = () => (
  <svg class="map-crosshair" viewBox="0 0 48 48" aria-hidden="true">
    <path class="map-crosshair-edge" d={crosshair} />
    <path class="map-crosshair-line" d={crosshair} />
  </svg>
)

/** Width that the name may take, in pixels (map.css). */
export const hoverWidth = 272

export function HoverName(props: { readonly title: string; readonly x: number; readonly y: number }) {
  return (
    <div class="map-hover" aria-hidden="true" style={{ transform: `translate(${props.x}px, ${props.y}px)` }}>
      <span>{props.title}</span>
    </div>
  )
}

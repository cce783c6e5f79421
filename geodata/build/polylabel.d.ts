declare module 'polylabel' {
  /** Pole of inaccessibility of a polygon, to within `precision` of its coordinates; `distance` to the border. */
  export default function polylabel(
    polygon: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): number[] & { distance: number }
}

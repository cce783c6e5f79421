/** polylabel ships no types: pole of inaccessibility of a polygon's rings. */
declare module 'polylabel' {
  export default function polylabel(rings: (readonly [number, number])[][], precision?: number): number[]
}

declare module 'lineclip' {
  /** Ring cut to the box [west, south, east, north]; may come back empty. */
  export function clipPolygon(ring: readonly (readonly number[])[], box: readonly number[]): number[][]
}

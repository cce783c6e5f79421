/** How what is being drawn looks: in the accent colour, red where an area's edge crosses itself. */
import type { GeoJSONStoreFeatures, HexColor } from 'terra-draw'
import type { Position } from '#contract/geometry.ts'
import { crossesItself } from './crossing.ts'
import { accent, danger } from './scene.ts'

const main = accent as HexColor
const wrong = danger as HexColor
const white: HexColor = '#ffffff'

/** Red when the area crosses itself. */
const edge = ({ geometry }: GeoJSONStoreFeatures): HexColor =>
  geometry.type === 'Polygon' && crossesItself((geometry.coordinates[0] ?? []).slice(0, -1) as Position[]) ? wrong : main

const point = { width: 6, outline: 3 } as const

/** Corners of what is being drawn; the one that closes it is larger. */
const vertices = {
  closingPointColor: white,
  closingPointWidth: point.width + 2,
  closingPointOutlineColor: main,
  closingPointOutlineWidth: point.outline,
  coordinatePointColor: white,
  coordinatePointWidth: point.width - 1,
  coordinatePointOutlineColor: main,
  coordinatePointOutlineWidth: point.outline - 1,
}

export const lineStyles = {
  lineStringColor: main,
  lineStringWidth: 4,
  ...vertices,
}

export const areaStyles = {
  fillColor: edge,
  fillOpacity: 0.2,
  outlineColor: edge,
  outlineWidth: 4,
  ...vertices,
}

export const correctingStyles = {
  selectedLineStringColor: main,
  selectedLineStringWidth: 4,
  selectedPolygonColor: edge,
  selectedPolygonFillOpacity: 0.2,
  selectedPolygonOutlineColor: edge,
  selectedPolygonOutlineWidth: 4,
  selectionPointColor: white,
  selectionPointWidth: point.width + 2,
  selectionPointOutlineColor: main,
  selectionPointOutlineWidth: point.outline,
  midPointColor: main,
  midPointOpacity: 0.65,
  midPointWidth: point.width - 1,
  midPointOutlineColor: white,
  midPointOutlineWidth: 2,
}

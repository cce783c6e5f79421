/** "What lies here?": the zones of every document at a place. */
import type { Catalogue, Document, Layer, Zone } from '#contract/catalogue.ts'
import type { Geometry } from '#contract/geometry.ts'
import { categoryIds } from '#contract/vocabulary.ts'
import { distanceTo, lengthInside, lengthOf, meetings, segmentsOf, widened } from './along.ts'
import { insideShape } from './inside.ts'
import { areaOf, overlapOf } from './overlap.ts'
import { boxesMeet, boxOf, boxOfShape, type Shape, shapeOf } from './shape.ts'
import type { Sources } from './source.ts'
import { type Piece, piecesIn } from './zone-file.ts'

/** Metres within which a point lies "at" a zone that is itself a line or a point: a road with its verges. */
const reach = 10
/** Less than this share is a shared border, not a share. */
const leastShare = 1e-9

/** See `Geodata.zonesAt`. */
export async function zonesOf(catalogue: Catalogue, open: Sources, geometry: Geometry): Promise<Zone[]> {
  const shape = shapeOf(geometry)
  const documents = [...catalogue.documents].sort((a, b) => categoryIds.indexOf(a.category) - categoryIds.indexOf(b.category))
  const zones = await Promise.all(documents.map((document) => zonesOfDocument(document, open, shape)))
  return zones.flat()
}

interface Hit {
  readonly piece: Piece
  /** m or m² of the place, 0 where it has neither. */
  amount: number
}

async function zonesOfDocument(document: Document, open: Sources, shape: Shape): Promise<Zone[]> {
  const box = widened(boxOfShape(shape), reach)
  if (!boxesMeet(box, widened(document.bounds, reach))) return []
  const whole = measure(shape)
  const hits = new Map<string, Hit>()
  for (const piece of await piecesIn(open(document.zones), box)) {
    const amount = common(shape, shapeOf(piece.geometry))
    if (amount === undefined || (amount > 0 && amount / whole < leastShare)) continue
    const key = `${piece.layer} ${piece.id}`
    const hit = hits.get(key)
    if (hit) hit.amount += amount
    else hits.set(key, { piece, amount })
  }
  return document.layers.flatMap((layer) =>
    [...hits.values()]
      .filter((hit) => hit.piece.layer === layer.id)
      .sort((a, b) => (a.piece.id < b.piece.id ? -1 : 1))
      .map(({ piece, amount }) => ({
        layer: layer.id,
        layerTitle: layer.title,
        id: piece.id,
        title: piece.title,
        ...(piece.value === undefined ? {} : { value: piece.value }),
        document: document.id,
        documentTitle: document.title,
        category: document.category,
        version: document.version,
        date: document.date,
        theme: layer.theme,
        colour: layer.legend.find((entry) => entry.value === piece.value)?.colour ?? layer.colour,
        ...(amount > 0 ? { share: rounded(amount / whole) } : {}),
        ...(layer.type === undefined ? {} : { type: layer.type }),
        ...(layer.group === undefined ? {} : { group: layer.group }),
        ...passagesOf(piece, layer),
        ...(piece.link === undefined ? {} : { link: piece.link }),
      })),
  )
}

/** Those that govern the zone; its layer's where it has none of its own. */
function passagesOf(piece: Piece, layer: Layer): { passages?: string[] } {
  const passages = piece.passages?.split(' ').filter((id) => id !== '') ?? layer.passages ?? []
  return passages.length > 0 ? { passages } : {}
}

/** m² of an area, m of a line, 0 of points. */
function measure(shape: Shape): number {
  if (shape.polygons.length > 0) return areaOf(shape.polygons)
  return segmentsOf(shape.lines).reduce((sum, segment) => sum + lengthOf(segment), 0)
}

/** Four decimals; parts that overlap each other must not add up to more than the whole. */
function rounded(share: number): number {
  return Math.min(1, Math.max(1, Math.round(share * 10_000)) / 10_000)
}

/** What the place has in common with a piece: `undefined` for nothing, 0 where there is no length or area to measure. */
function common(place: Shape, piece: Shape): number | undefined {
  if (piece.polygons.length > 0) return commonWithArea(place, piece)
  return touchesThin(place, piece) ? 0 : undefined
}

function commonWithArea(place: Shape, piece: Shape): number | undefined {
  if (place.polygons.length > 0) {
    const area = sum(place.polygons.flatMap((a) => piece.polygons.map((b) => overlapOf(a, b))))
    return area > 0 ? area : undefined
  }
  if (place.lines.length > 0) {
    const boxes = piece.polygons.map((rings) => boxOf(rings[0] ?? []))
    const length = sum(
      segmentsOf(place.lines).flatMap((segment) =>
        piece.polygons.map((rings, index) =>
          boxesMeet(boxOf(segment), boxes[index] ?? [0, 0, 0, 0]) ? lengthInside(segment, rings) : 0,
        ),
      ),
    )
    return length > 0 ? length : undefined
  }
  return place.points.some(([x = 0, y = 0]) => insideShape(x, y, piece.polygons)) ? 0 : undefined
}

/** Zones that are lines or points: within reach of a point, on or across a line, in an area. */
function touchesThin(place: Shape, piece: Shape): boolean {
  const zoneLines = segmentsOf(piece.lines)
  const placeLines = segmentsOf([...place.lines, ...place.polygons.flat()])
  const zonePoints = [...piece.points, ...piece.lines.flatMap((line) => line.slice(0, 1))]
  return (
    place.points.some((point) => zoneLines.some((line) => distanceTo(point, line) <= reach)) ||
    place.points.some((point) => piece.points.some((other) => distanceTo(point, [other, other]) <= reach)) ||
    placeLines.some((a) => zoneLines.some((b) => meetings(a, b).length > 0)) ||
    (place.lines.length + place.polygons.length > 0 &&
      piece.points.some((point) => placeLines.some((line) => distanceTo(point, line) <= reach))) ||
    zonePoints.some(([x = 0, y = 0]) => insideShape(x, y, place.polygons))
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Images that the style names and the browser draws when the map first needs them: pins, hatches and the marker of a place. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { edgeOf } from './colour.ts'
import { parseHatchId, type Texture } from './hatch.ts'
import { type PinDrawing, parsePinImageId, pinBox, pinDrawing } from './pin.ts'

/** Largest size at which the style draws a pin (the selected one): images hold that many pixels, so that it stays sharp. */
const largestPin = 1.35

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

function canvas(side: number): Context {
  const element = document.createElement('canvas')
  element.width = side
  element.height = side
  // Read back at once: drawn in memory, since asking the graphics process for it holds up the page for as long as that is busy.
  const context = element.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('map images: this browser gives no 2D canvas')
  return context
}

/** Paints a pin at `ratio` device pixels per pixel. */
function paintPin(drawing: PinDrawing, ratio: number): ImageData {
  const side = Math.ceil(pinBox * ratio)
  const context = canvas(side)
  context.scale(ratio, ratio)
  context.lineJoin = 'round'
  const outline = new Path2D(drawing.outline)

  // The shadow belongs to the whole pin: it is cast by its widest stroke only.
  context.save()
  context.shadowColor = 'rgb(29 42 47 / 45%)'
  context.shadowBlur = 4 * ratio
  context.shadowOffsetY = 1.5 * ratio
  context.strokeStyle = '#fff'
  context.lineWidth = drawing.edge
  context.stroke(outline)
  context.restore()

  if (drawing.ring) {
    context.save()
    context.setLineDash([...(drawing.ring.dash ?? [])])
    context.strokeStyle = drawing.colour
    context.lineWidth = drawing.ring.width
    context.stroke(outline)
    context.restore()
  }
  context.strokeStyle = '#fff'
  context.lineWidth = drawing.edge
  context.stroke(outline)
  context.fillStyle = drawing.colour
  context.fill(outline)

  const { icon } = drawing
  context.translate(icon.x, icon.y)
  context.scale(icon.scale, icon.scale)
  context.lineCap = 'round'
  context.lineWidth = icon.stroke
  context.stroke(new Path2D(icon.path))
  return context.getImageData(0, 0, side, side)
}

/** How strong a hatched area's own wash is under its lines: about as much colour as a plain one shows. */
const wash = 0.18

/** A seamless tile: a wash of the layer's colour, and lines or dots over it that stand out on the land. */
function paintHatch({ texture, colour }: { texture: Texture; colour: string }, ratio: number): ImageData {
  const pitch = 8 * ratio
  const context = canvas(pitch)
  context.globalAlpha = wash
  context.fillStyle = colour
  context.fillRect(0, 0, pitch, pitch)
  context.globalAlpha = 0.75
  context.strokeStyle = edgeOf(colour)
  context.fillStyle = context.strokeStyle
  context.lineWidth = 1.5 * ratio
  const line = (fromX: number, fromY: number, toX: number, toY: number) => {
    context.moveTo(fromX, fromY)
    context.lineTo(toX, toY)
  }
  context.beginPath()
  // Beyond the tile's edges too, so that neighbours join.
  for (const shift of [-pitch, 0, pitch]) {
    if (texture === 'hatch') line(shift - ratio, pitch + ratio, shift + pitch + ratio, -ratio)
    if (texture === 'back') line(shift - ratio, -ratio, shift + pitch + ratio, pitch + ratio)
  }
  if (texture === 'level') line(0, pitch / 2, pitch, pitch / 2)
  if (texture === 'cross') {
    line(0, pitch / 2, pitch, pitch / 2)
    line(pitch / 2, 0, pitch / 2, pitch)
  }
  context.stroke()
  if (texture === 'dots') {
    context.beginPath()
    context.arc(pitch / 2, pitch / 2, 1.6 * ratio, 0, 2 * Math.PI)
    context.fill()
  }
  return context.getImageData(0, 0, pitch, pitch)
}

/** Lets the map draw an image the first time the style names it. */
export function drawImagesOnDemand(map: MapLibreMap): void {
  const ratio = Math.max(1, Math.ceil(window.devicePixelRatio))
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return
    const pin = parsePinImageId(id)
    const hatch = parseHatchId(id)
    if (pin)
      map.addImage(id, paintPin(pinDrawing(pin.kind, pin.theme, pin.ring), ratio * largestPin), {
        pixelRatio: ratio * largestPin,
      })
    else if (hatch) map.addImage(id, paintHatch(hatch, ratio), { pixelRatio: ratio })
  })
}

/** Images that the style names and the browser draws when the map first needs them: pins, hatches and the marker of a place. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { parseHatchId } from './hatch.ts'
import { type PinDrawing, parsePinImageId, pinBox, pinDrawing } from './pin.ts'

/** Largest size at which the style draws a pin (the selected one): images hold that many pixels, so that it stays sharp. */
const largestPin = 1.35

type Context = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

function canvas(side: number): Context {
  const element = document.createElement('canvas')
  element.width = side
  element.height = side
  const context = element.getContext('2d')
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

/** A seamless tile of 45° lines in the layer's colour. */
function paintHatch(colour: string, ratio: number): ImageData {
  const pitch = 8 * ratio
  const context = canvas(pitch)
  context.strokeStyle = colour
  context.lineWidth = 2 * ratio
  for (const shift of [-pitch, 0, pitch]) {
    context.beginPath()
    context.moveTo(shift - ratio, pitch + ratio)
    context.lineTo(shift + pitch + ratio, -ratio)
    context.stroke()
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

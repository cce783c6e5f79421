/** Where a dragged sheet comes to rest. */
import { type SheetHeight, sheetHeights } from '../session/desk.ts'

/** Height of the sheet's heading strip, in pixels; the same in layout.css. */
export const peekPixels = 96

/** The height to which a dragged sheet settles: the nearest, unless a flick says where it is going. */
export function settle(pixels: number, room: number, speed: number): SheetHeight {
  const heights = [peekPixels, room / 2, room]
  // A flick of over half a pixel per millisecond takes it one step on.
  const aim = pixels + (Math.abs(speed) > 0.5 ? Math.sign(speed) * (room / 4) : 0)
  const distances = heights.map((height) => Math.abs(height - aim))
  return sheetHeights[distances.indexOf(Math.min(...distances))] ?? 'half'
}

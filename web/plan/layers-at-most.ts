/** How many layers somebody wants to see at once: more on top of one another say nothing. Kept on the device. */
import { createSignal } from 'solid-js'
import { device } from '../contribute/device.ts'

export const choices = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20] as const
const standard = 5
const key = 'layers-at-most'

const remembered = (): number => choices.find((choice) => choice === device.read(key)) ?? standard
const [layersAtMost, set] = createSignal(remembered())

export { layersAtMost }

export function setLayersAtMost(count: number): void {
  device.write(key, count)
  set(count)
}

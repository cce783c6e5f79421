/** Which element of the text stands at the top of what is seen. */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** How far down the window the reading line lies: what has passed it is being read. */
const readingLine = 0.3

/** The last element whose top has passed the line; tops only grow in reading order. */
export function lastAbove(tops: (index: number) => number, count: number, line: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tops(middle) <= line) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** Follows the reader; `undefined` before there is a text. `place` is what holds the elements. */
export function createCurrent(place: () => HTMLElement | undefined): { current: Accessor<string | undefined>; look: () => void } {
  const [current, setCurrent] = createSignal<string>()
  let waiting = 0
  const look = () => {
    waiting = 0
    const elements = place()?.getElementsByClassName('text-element')
    if (!elements || elements.length === 0) return
    const top = (index: number) => elements[index]?.getBoundingClientRect().top ?? 0
    setCurrent(elements[lastAbove(top, elements.length, window.innerHeight * readingLine)]?.id)
  }
  const soon = () => {
    if (waiting === 0) waiting = requestAnimationFrame(look)
  }
  onMount(() => {
    window.addEventListener('scroll', soon, { passive: true })
    window.addEventListener('resize', soon)
  })
  onCleanup(() => {
    cancelAnimationFrame(waiting)
    window.removeEventListener('scroll', soon)
    window.removeEventListener('resize', soon)
  })
  return { current, look: soon }
}

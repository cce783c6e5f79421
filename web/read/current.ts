/** Which element of the text stands at the top of what is seen. */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'

/** How far down the window the reading line lies: what has passed it is being read. */
const readingLine = 0.2
/** So many pixels of scrolling are a reader going on, and not the page settling. */
const step = 48

/** The last element whose top has passed the line; tops only grow in reading order. */
export function lastAbove(top: (index: number) => number, count: number, line: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (top(middle) <= line) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

export interface Current {
  /** Undefined before there is a text. */
  readonly current: Accessor<string | undefined>
  /** Somebody asked for this element: it counts as read until they scroll on, also where the page ends before it reaches the line. */
  readonly hold: (id: string) => void
  /** Looks again, after the text has changed. */
  readonly look: () => void
}

/** Follows the reader down the window. @param place holds the elements (`.text-element` with an id) */
export function createCurrent(place: () => HTMLElement | undefined): Current {
  const [current, setCurrent] = createSignal<string>()
  let heldAt: number | undefined
  let waiting = 0
  const now = () => {
    waiting = 0
    if (heldAt !== undefined && Math.abs(window.scrollY - heldAt) < step) return
    heldAt = undefined
    const elements = place()?.getElementsByClassName('text-element')
    if (!elements || elements.length === 0) return
    const top = (index: number) => elements[index]?.getBoundingClientRect().top ?? 0
    setCurrent(elements[lastAbove(top, elements.length, window.innerHeight * readingLine)]?.id)
  }
  const look = () => {
    if (waiting === 0) waiting = requestAnimationFrame(now)
  }
  onMount(() => {
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
  })
  onCleanup(() => {
    cancelAnimationFrame(waiting)
    window.removeEventListener('scroll', look)
    window.removeEventListener('resize', look)
  })
  return {
    current,
    hold: (id) => {
      heldAt = window.scrollY
      setCurrent(id)
    },
    look,
  }
}

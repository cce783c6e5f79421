import { createEffect, createSignal, type JSX } from 'solid-js'
import { type SheetHeight, sheetHeights } from '../session/desk.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { IconButton } from './button.tsx'
import { peekPixels, settle } from './settle.ts'

/**
 * The place of the panels: a column on the left of a wide screen; on a phone a sheet from below that is dragged by its bar or set by
 * its two buttons.
 */
export function Sheet(props: {
  readonly height: SheetHeight
  readonly onHeight: (height: SheetHeight) => void
  readonly label: string
  readonly children: JSX.Element
}) {
  const t = useText(shell)
  const [dragged, setDragged] = createSignal<number | null>(null)
  let sheet!: HTMLElement
  let scroll!: HTMLDivElement
  let start: { y: number; height: number; time: number } | null = null
  // Lowered, it shows its heading, wherever one had read to.
  createEffect(() => {
    if (props.height === 'peek') scroll.scrollTop = 0
  })
  const room = () => sheet.parentElement?.clientHeight ?? window.innerHeight
  const step = (by: 1 | -1) => {
    const next = sheetHeights[sheetHeights.indexOf(props.height) + by]
    if (next) props.onHeight(next)
  }
  const drag = {
    onPointerDown: (event: PointerEvent & { currentTarget: HTMLElement }) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      start = { y: event.clientY, height: sheet.clientHeight, time: event.timeStamp }
    },
    onPointerMove: (event: PointerEvent) => {
      if (start) setDragged(Math.min(room(), Math.max(peekPixels, start.height + start.y - event.clientY)))
    },
    onPointerUp: (event: PointerEvent) => {
      const pixels = dragged()
      if (start && pixels !== null) {
        const speed = (start.y - event.clientY) / Math.max(1, event.timeStamp - start.time)
        props.onHeight(settle(pixels, room(), speed))
      }
      start = null
      setDragged(null)
    },
    onPointerCancel: () => {
      start = null
      setDragged(null)
    },
  }
  return (
    <section
      ref={sheet}
      id="panel"
      class={`sheet sheet-${props.height}`}
      classList={{ 'sheet-dragged': dragged() !== null }}
      style={{ height: dragged() === null ? undefined : `${dragged()}px` }}
      aria-label={props.label}
      tabindex="-1"
    >
      <div class="sheet-bar" {...drag}>
        <div class="sheet-handle" />
        <div class="sheet-buttons" onPointerDown={(event) => event.stopPropagation()}>
          <IconButton icon="chevron-up" label={t().sheetBigger} disabled={props.height === 'full'} onClick={() => step(1)} />
          <IconButton icon="chevron-down" label={t().sheetSmaller} disabled={props.height === 'peek'} onClick={() => step(-1)} />
        </div>
      </div>
      <div ref={scroll} class="sheet-scroll">
        {props.children}
      </div>
    </section>
  )
}

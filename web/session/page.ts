/** What a change of page does beside drawing it: the document's title, and where the keyboard and the screen reader stand. */
import { useBeforeLeave } from '@solidjs/router'
import { createEffect, onCleanup, onMount } from 'solid-js'

const product = 'Vliegwiel'

/** Sets the document's title while the page is open: its own name first. */
export function useTitle(title: () => string): void {
  createEffect(() => {
    document.title = title() === '' ? product : `${title()} · ${product}`
  })
}

let moved = false

/** To be called once in the app's frame: from the first step to another address on, headings take the focus. */
export function useMoves(): void {
  useBeforeLeave((event) => {
    if (!event.options?.replace) moved = true
  })
}

/** Where a new page or panel puts the focus: on its heading, except on the very first, where the browser decides. */
export function useHeadingFocus(heading: () => HTMLElement | undefined): void {
  onMount(() => {
    if (moved) queueMicrotask(() => heading()?.focus({ preventScroll: true }))
  })
}

/** Calls `action` on Escape, unless something inside (a dialog, a list of suggestions) has used the key already. */
export function useEscape(action: () => void): void {
  const listener = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
    action()
  }
  onMount(() => document.addEventListener('keydown', listener))
  onCleanup(() => document.removeEventListener('keydown', listener))
}

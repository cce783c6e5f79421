import { For, Show } from 'solid-js'
import type { Span } from './reading.ts'

/** Text with some of it standing out. */
export function MarkedText(props: { readonly text: string; readonly spans: readonly Span[] }) {
  const parts = () => {
    const pieces: { text: string; found: boolean }[] = []
    let at = 0
    for (const [from, to] of props.spans) {
      pieces.push({ text: props.text.slice(at, from), found: false }, { text: props.text.slice(from, to), found: true })
      at = to
    }
    return [...pieces, { text: props.text.slice(at), found: false }]
  }
  return (
    <For each={parts()}>
      {(part) => (
        <Show when={part.found} fallback={part.text}>
          <mark>{part.text}</mark>
        </Show>
      )}
    </For>
  )
}

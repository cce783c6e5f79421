import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'

/** Shows what is heavy only once its place has come into view, and keeps it then. */
export function WhenSeen(props: { readonly class: string; readonly children: JSX.Element }) {
  const [seen, setSeen] = createSignal(false)
  let place!: HTMLDivElement
  onMount(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setSeen(true)
        observer.disconnect()
      },
      { rootMargin: '100px' },
    )
    observer.observe(place)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div class={props.class} ref={place}>
      <Show when={seen()}>{props.children}</Show>
    </div>
  )
}

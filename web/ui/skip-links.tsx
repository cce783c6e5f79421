import { For } from 'solid-js'

/** First in the tab order, seen only with the focus: past the header, straight to a part of the page. */
export function SkipLinks(props: { readonly links: readonly { readonly id: string; readonly label: string }[] }) {
  return (
    <div class="skip no-print">
      <For each={props.links}>
        {(link) => (
          <a
            href={`#${link.id}`}
            onClick={(event) => {
              // The router would only scroll there: the keyboard must follow.
              event.preventDefault()
              const target = document.getElementById(link.id)
              // A drawing takes the keys itself: straight to it.
              ;(target?.querySelector<HTMLElement>('canvas[tabindex]') ?? target)?.focus()
            }}
          >
            {link.label}
          </a>
        )}
      </For>
    </div>
  )
}

import { type ParentProps, Show } from 'solid-js'
import { useHeadingFocus, useTitle } from '../session/page.ts'
import { Page } from '../ui/page.tsx'

/** A page of text with one heading. `bare` leaves the heading out while there is nothing to say yet. */
export function SimplePage(props: ParentProps<{ readonly title: string; readonly bare?: boolean }>) {
  let heading: HTMLHeadingElement | undefined
  useTitle(() => props.title)
  useHeadingFocus(() => heading)
  return (
    <Page>
      <div class="page-text">
        <Show when={!props.bare}>
          <h1 ref={heading} tabindex="-1">
            {props.title}
          </h1>
        </Show>
        {props.children}
      </div>
    </Page>
  )
}

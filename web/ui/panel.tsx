import { type JSX, Show } from 'solid-js'
import { useHeadingFocus, useTitle } from '../session/page.ts'
import { Icon } from './icon.tsx'

/**
 * What stands beside the map (or in the sheet on a phone): a way back, the page's only h1, and the contents. The heading takes the
 * focus when the panel opens; `sheet.tsx` gives it its place.
 */
export function Panel(props: {
  readonly title: string
  /** Shown instead of the title as the heading's contents. */
  readonly heading?: JSX.Element
  readonly back?: { readonly href: string; readonly label: string }
  /** Beside the heading: one or two small buttons. */
  readonly tools?: JSX.Element
  readonly class?: string
  readonly children: JSX.Element
}) {
  let heading: HTMLHeadingElement | undefined
  useTitle(() => props.title)
  useHeadingFocus(() => heading)
  return (
    <div class={`panel ${props.class ?? ''}`}>
      <Show when={props.back}>
        {(back) => (
          <a class="panel-back" href={back().href}>
            <Icon name="arrow-left" />
            <span>{back().label}</span>
          </a>
        )}
      </Show>
      <div class="panel-head">
        <h1 ref={heading} tabindex="-1">
          {props.heading ?? props.title}
        </h1>
        {props.tools}
      </div>
      {props.children}
    </div>
  )
}

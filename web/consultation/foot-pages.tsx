import { For, Show } from 'solid-js'
import { config } from '../session/config.ts'
import { footPages } from '../text/foot-pages.ts'
import { useText } from '../text/index.ts'
import { SimplePage } from './simple-page.tsx'

interface Part {
  readonly title: string
  readonly text: readonly string[]
  readonly points?: readonly string[]
}

function Parts(props: { readonly parts: readonly Part[] }) {
  return (
    <For each={props.parts}>
      {(part) => (
        <>
          <h2>{part.title}</h2>
          <For each={part.text}>{(line) => <p>{line}</p>}</For>
          <Show when={part.points}>
            {(points) => (
              <ul>
                <For each={points()}>{(point) => <li>{point}</li>}</For>
              </ul>
            )}
          </Show>
        </>
      )}
    </For>
  )
}

/** What this app does for people with a disability, and what is not known yet. */
export function AccessibilityPage() {
  const t = useText(footPages)
  return (
    <SimplePage title={t().accessibility.title}>
      <p>{t().accessibility.lead}</p>
      <Parts parts={t().accessibility.parts} />
    </SimplePage>
  )
}

/** What is stored of whom, where and for how long: true to what the app does. */
export function PrivacyPage() {
  const t = useText(footPages)
  return (
    <SimplePage title={t().privacy.title}>
      <p>{t().privacy.lead}</p>
      <Parts parts={t().privacy.parts} />
    </SimplePage>
  )
}

export function ContactPage() {
  const t = useText(footPages)
  return (
    <SimplePage title={t().contact.title}>
      <Show when={config().operator}>{(operator) => <p>{t().contact.operator(operator())}</p>}</Show>
      <p>{t().contact.lead}</p>
      <Parts parts={t().contact.parts} />
    </SimplePage>
  )
}

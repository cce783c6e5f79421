/** Everything that was made on this device in this consultation: placed, waiting for a connection, or refused. */
import { For, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { paths, useAddress } from '../address.ts'
import { pinSvg } from '../map/pin.ts'
import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { outbox, outboxEntries } from './outbox.ts'
import { ownContributions } from './own.ts'

export function MyContributions(props: { readonly consultation: Consultation }) {
  const o = useText(ownWords)
  const { href } = useAddress()
  const waiting = () => outboxEntries(props.consultation.id)
  const placed = () => ownContributions(props.consultation.id)
  return (
    <Show when={waiting().length + placed().length > 0}>
      <section class="contribute-mine" aria-labelledby="contribute-mine">
        <h2 id="contribute-mine">{o().mine.title}</h2>
        <p class="soft small">{o().mine.text}</p>
        <ul class="plain">
          <For each={waiting()}>
            {(entry) => (
              <li>
                <Icon name={entry.problem ? 'circle-alert' : 'wifi-off'} />
                <span class="contribute-mine-words">
                  {entry.input.title}
                  <span class="soft small"> {entry.problem ? o().waiting.refused : o().waiting.list}</span>
                </span>
                <Show when={!entry.problem}>
                  <Button look="quiet" icon="refresh" onClick={() => void outbox.flush()}>
                    {o().waiting.now}
                  </Button>
                </Show>
              </li>
            )}
          </For>
          <For each={placed()}>
            {({ id, contribution, feature }) => (
              <li>
                <span
                  class="contribute-mine-pin"
                  aria-hidden="true"
                  innerHTML={pinSvg(contribution.kind, feature.properties.theme, contribution.outcome)}
                />
                <a class="contribute-mine-words" href={href(paths.contribution(props.consultation.id, id))}>
                  {contribution.title}
                  <Show when={contribution.state === 'received'}>
                    <span class="soft small"> ({o().mine.received})</span>
                  </Show>
                </a>
                <a class="contribute-mine-edit" href={href(paths.edit(props.consultation.id, id))}>
                  <Icon name="pencil" />
                  <span>
                    {o().mine.edit}
                    <span class="hidden-text">: {contribution.title}</span>
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

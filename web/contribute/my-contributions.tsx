/** Everything that was made on this device in this consultation: placed, waiting for a connection, or refused. */
import { For, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { paths, useAddress } from '../address.ts'
import { pinSvg } from '../map/pin.ts'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { outbox, outboxEntries } from './outbox.ts'
import { ownContributions } from './own.ts'

export function MyContributions(props: { readonly consultation: Consultation }) {
  const t = useText(contribute)
  const { href } = useAddress()
  const waiting = () => outboxEntries(props.consultation.id)
  const placed = () => ownContributions(props.consultation.id)
  return (
    <Show when={waiting().length + placed().length > 0}>
      <section class="contribute-mine" aria-labelledby="contribute-mine">
        <h2 id="contribute-mine">{t().mine.title}</h2>
        <p class="soft small">{t().mine.text}</p>
        <ul class="plain">
          <For each={waiting()}>
            {(entry) => (
              <li>
                <Icon name={entry.problem ? 'circle-alert' : 'wifi-off'} />
                <span class="contribute-mine-words">
                  {entry.input.title}
                  <span class="soft small"> {entry.problem ? t().waiting.refused : t().waiting.list}</span>
                </span>
                <Show when={!entry.problem}>
                  <Button look="quiet" icon="refresh" onClick={() => void outbox.flush()}>
                    {t().waiting.now}
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
                    <span class="soft small"> ({t().mine.received})</span>
                  </Show>
                </a>
                <a class="contribute-mine-edit" href={href(paths.edit(props.consultation.id, id))}>
                  <Icon name="pencil" />
                  <span>
                    {t().mine.edit}
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

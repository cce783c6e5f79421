import { createUniqueId, For, Show } from 'solid-js'
import type { Layer } from '#contract/catalogue.ts'
import { useAddress } from '../address.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { putOn, sideOf, sides } from './compare-sides.ts'

/** While two are compared: on which side of the line a layer lies. */
export function SideChoice(props: { readonly layer: Layer }) {
  const t = useText(plan)
  const { address, change } = useAddress()
  const name = createUniqueId()
  return (
    <Show when={address().compare}>
      {(compare) => (
        <fieldset class="side-choice">
          <legend class="hidden-text">{t().sideOf(props.layer.title)}</legend>
          <For each={sides}>
            {(side) => (
              <label>
                <input
                  type="radio"
                  name={name}
                  checked={sideOf(compare(), props.layer.id) === side}
                  onChange={() => change({ compare: putOn(compare(), props.layer.id, side) })}
                />
                <span>{t().sides[side]}</span>
              </label>
            )}
          </For>
        </fieldset>
      )}
    </Show>
  )
}

import { createUniqueId, For, Show } from 'solid-js'
import type { Totals } from '#contract/consultation.ts'
import { kinds } from '#contract/kinds/registry.ts'
import { themes } from '#contract/themes.ts'
import { outcomeIds } from '#contract/vocabulary.ts'
import { maxWords, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { formatNumber } from '../text/dates.ts'
import { explore } from '../text/explore.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { ToggleChip } from '../ui/chip.tsx'
import { countFilters, noFilter } from './query.ts'

const toggled = <T,>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

/** Waits until somebody has stopped typing, in milliseconds, before the list is asked for. */
const typingPause = 350

/** Everything by which the list and the map can be narrowed; each choice stands in the address bar at once. */
export function Filters() {
  const t = useText(explore)
  const { consultation } = useConsultation()
  const { address, change } = useAddress()
  const id = createUniqueId()
  let timer: ReturnType<typeof setTimeout> | undefined
  const count = (part: keyof Omit<Totals, 'contributions'>, key: string) => consultation().totals[part][key] ?? 0
  return (
    <div class="filters">
      <div class="field">
        <label class="field-label" for={`${id}-words`}>
          {t().words}
        </label>
        <input
          id={`${id}-words`}
          class="input"
          type="search"
          autocomplete="off"
          maxlength={maxWords}
          value={address().words}
          onInput={(event) => {
            const words = event.currentTarget.value.trim()
            clearTimeout(timer)
            timer = setTimeout(() => change({ words }), typingPause)
          }}
        />
      </div>
      <fieldset class="filter-group">
        <legend class="field-legend">{t().theme}</legend>
        <div class="row">
          <For each={consultation().themes}>
            {(theme) => (
              <ToggleChip
                icon={themes[theme].icon}
                class="chip-theme"
                colour={themes[theme].colour}
                pressed={address().themes.includes(theme)}
                onToggle={() => change({ themes: toggled(address().themes, theme) })}
              >
                {vocabulary().themes[theme]} <Count of={count('themes', theme)} />
              </ToggleChip>
            )}
          </For>
        </div>
      </fieldset>
      <fieldset class="filter-group">
        <legend class="field-legend">{t().kind}</legend>
        <div class="row">
          <For each={consultation().kinds}>
            {(kind) => (
              <ToggleChip
                icon={kinds[kind].icon}
                pressed={address().kinds.includes(kind)}
                onToggle={() => change({ kinds: toggled(address().kinds, kind) })}
              >
                {vocabulary().kinds[kind].plural} <Count of={count('kinds', kind)} />
              </ToggleChip>
            )}
          </For>
        </div>
      </fieldset>
      <fieldset class="filter-group">
        <legend class="field-legend">{t().outcome}</legend>
        <div class="row">
          <For each={outcomeIds}>
            {(outcome) => (
              <ToggleChip
                pressed={address().outcomes.includes(outcome)}
                onToggle={() => change({ outcomes: toggled(address().outcomes, outcome) })}
              >
                {vocabulary().outcomes[outcome]}
              </ToggleChip>
            )}
          </For>
        </div>
      </fieldset>
      <div class="field">
        <label class="field-label" for={`${id}-village`}>
          {t().village}
        </label>
        <select
          id={`${id}-village`}
          class="input"
          value={address().village ?? ''}
          onChange={(event) => change({ village: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        >
          <option value="">{t().everyVillage}</option>
          <For each={consultation().villages}>
            {(village) => (
              <option value={village.id} selected={village.id === address().village}>
                {village.name} ({formatNumber(count('villages', village.id), language())})
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={countFilters(address()) > 0}>
        <Button icon="close" look="quiet" onClick={() => change(noFilter)}>
          {t().clear}
        </Button>
      </Show>
    </div>
  )
}

function Count(props: { readonly of: number }) {
  return <span class="chip-count">{formatNumber(props.of, language())}</span>
}

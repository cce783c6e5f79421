/** How precisely others may see a point; lines and areas are always exact. */
import { For, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { precisionIds } from '#contract/vocabulary.ts'
import { nearestVillage } from '#domain/village.ts'
import { contribute } from '../text/contribute.ts'
import { useText, vocabulary } from '../text/index.ts'
import { canBlur } from './draft.ts'
import type { Form } from './form.ts'
import { Group } from './group.tsx'
import { VillageSelect } from './village-select.tsx'

export function Precision(props: { readonly form: Form; readonly consultation: Consultation }) {
  const t = useText(contribute)
  const { form } = props
  /** Only the village is shown, and none is near enough to be found: then its author says which. */
  const needsVillage = () => {
    const { place, precision } = form.draft()
    if (place.at !== 'geometry' || precision !== 'village') return false
    return nearestVillage(place.geometry, props.consultation.villages) === null
  }
  return (
    <Show when={canBlur(form.draft().place)}>
      <Group field="precision" legend={t().precision.legend} error={form.faultAt('precision')} radio>
        <For each={precisionIds}>
          {(precision) => (
            <label class="check contribute-precision">
              <input
                type="radio"
                name="precision"
                value={precision}
                checked={form.draft().precision === precision}
                onChange={() => form.change({ precision })}
              />
              <span>
                {vocabulary().precisions[precision]}
                <span class="field-hint">{t().precision[precision]}</span>
              </span>
            </label>
          )}
        </For>
        <Show when={needsVillage()}>
          <VillageSelect
            label={t().precision.needsVillage}
            villages={props.consultation.villages}
            value={form.draft().village}
            error={form.faultAt('village')}
            onChoose={(village) => form.change({ village })}
          />
        </Show>
      </Group>
    </Show>
  )
}

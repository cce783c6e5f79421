/** Chooses one of the consultation's villages: always possible, without map or network. */
import { For } from 'solid-js'
import type { Village } from '#contract/consultation.ts'
import { contribute } from '../text/contribute.ts'
import { language, useText } from '../text/index.ts'
import { Field } from '../ui/field.tsx'
import { fieldId } from './field-faults.ts'

export function VillageSelect(props: {
  readonly label: string
  readonly villages: readonly Village[]
  /** Empty: none chosen yet. */
  readonly value: string
  readonly error: string | undefined
  readonly onChoose: (id: string) => void
}) {
  const t = useText(contribute)
  const sorted = () => [...props.villages].sort((a, b) => a.name.localeCompare(b.name, language()))
  return (
    <Field id={fieldId('village')} label={props.label} error={props.error}>
      {(control) => (
        <select class="input" name="village" {...control} onChange={(event) => props.onChoose(event.currentTarget.value)}>
          <option value="" selected={props.value === ''}>
            {t().place.noVillage}
          </option>
          <For each={sorted()}>
            {(village) => (
              <option value={village.id} selected={props.value === village.id}>
                {village.name}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  )
}

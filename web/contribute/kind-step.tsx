/** Question 1: what sort of statement it is. The cards follow from the registry of kinds. */
import { For, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { kinds } from '#contract/kinds/registry.ts'
import { contribute } from '../text/contribute.ts'
import { useText, vocabulary } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import type { Form } from './form.ts'
import { Group, Step } from './group.tsx'

export function KindStep(props: { readonly form: Form; readonly consultation: Consultation }) {
  const t = useText(contribute)
  return (
    <Step number={1} title={t().steps.kind}>
      <Group field="kind" legend={t().steps.kind} legendHidden error={props.form.faultAt('kind')} radio>
        <div class="contribute-kinds">
          <For each={props.consultation.kinds}>
            {(kind) => {
              // "Een idee: dit kan beter of nieuw": what stands before the colon is the card's name.
              const words = () => vocabulary().kinds[kind].choice.split(/:\s*/)
              return (
                <label class="contribute-card">
                  <input
                    type="radio"
                    name="kind"
                    value={kind}
                    checked={props.form.draft().kind === kind}
                    onChange={() => props.form.change({ kind })}
                  />
                  <Icon name={kinds[kind].icon} />
                  <span>
                    <strong>{words()[0]}</strong>
                    <Show when={words()[1]}>{(rest) => <span class="contribute-card-rest">{rest()}</span>}</Show>
                  </span>
                </label>
              )
            }}
          </For>
        </div>
      </Group>
    </Step>
  )
}

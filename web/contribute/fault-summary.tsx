/** All faults together, above the form: takes the focus, and each line leads to its field. */
import { For, Show } from 'solid-js'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import { type FieldFault, type FieldName, fieldId } from './field-faults.ts'

export function FaultSummary(props: {
  readonly faults: readonly FieldFault[]
  readonly ref: (heading: HTMLHeadingElement) => void
}) {
  const t = useText(contribute)
  return (
    <section class="notice notice-danger contribute-summary" aria-labelledby="contribute-summary">
      <Icon name="circle-alert" />
      <div class="notice-body">
        <h2 id="contribute-summary" tabindex="-1" ref={props.ref}>
          {t().faults(props.faults.length)}
        </h2>
        <p>{t().faultsIntro}</p>
        <ul>
          <For each={props.faults}>
            {({ field, text }) => (
              <li>
                <Show when={field} fallback={text}>
                  {(name) => (
                    <a
                      href={`#${fieldId(name())}`}
                      onClick={(event) => {
                        event.preventDefault()
                        focusField(name())
                      }}
                    >
                      {text}
                    </a>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  )
}

/** Puts the focus in a field; in a group of choices, on the one chosen or else the first. */
function focusField(field: FieldName): void {
  // A village or a precision is asked within the place, and only where that needs one.
  const place = document.getElementById(fieldId(field)) ?? document.getElementById(fieldId('geometry'))
  const control = place?.matches('fieldset')
    ? (place.querySelector<HTMLElement>('input:checked') ?? place.querySelector<HTMLElement>('input, button, select'))
    : place
  // What is wrong stands above the control: bring that into view too.
  place?.scrollIntoView({ block: 'start' })
  control?.focus({ preventScroll: true })
}

/** A question answered in words, with a count of characters that speaks up near the limit. */
import { createSignal, Show } from 'solid-js'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Field } from '../ui/field.tsx'
import { type FieldName, fieldId } from './field-faults.ts'

/** Characters left at which the count is read out too. */
const nearly = 20

export function TextField(props: {
  readonly field: FieldName
  readonly label: string
  readonly note?: string
  readonly hint?: string
  readonly value: string
  readonly min?: number
  readonly max: number
  /** A box of several lines. */
  readonly tall?: boolean
  readonly autocomplete?: 'organization'
  readonly error: string | undefined
  readonly onInput: (text: string) => void
  readonly onLeave: () => void
}) {
  const t = useText(contribute)
  const [typed, setTyped] = createSignal(false)
  // As the contract counts: what is left after trimming, in UTF-16 units.
  const used = () => props.value.trim().length
  const left = () => props.max - used()
  const short = () => (props.min ?? 0) - used()
  const count = () => {
    if (left() < 0) return `${t().characters(used(), props.max)}: ${t().charactersOver(-left())}`
    if (used() > 0 && short() > 0) return `${t().characters(used(), props.max)}: ${t().charactersShort(short())}`
    return t().characters(used(), props.max)
  }
  const events = {
    onInput: (event: InputEvent & { currentTarget: { value: string } }) => {
      setTyped(true)
      props.onInput(event.currentTarget.value)
    },
    // Passing through an empty field is no fault yet; leaving one that was typed in is.
    onBlur: () => {
      if (typed()) props.onLeave()
    },
  }
  return (
    <Field
      id={fieldId(props.field)}
      label={props.label}
      hint={props.hint}
      error={props.error}
      {...(props.note ? { note: props.note } : {})}
    >
      {(control) => (
        <>
          <Show
            when={props.tall}
            fallback={
              <input
                type="text"
                class="input"
                name={props.field}
                autocomplete={props.autocomplete ?? 'off'}
                value={props.value}
                {...control}
                {...events}
              />
            }
          >
            <textarea class="input" name={props.field} rows="5" value={props.value} {...control} {...events} />
          </Show>
          <p class="contribute-count" classList={{ 'contribute-over': left() < 0 }}>
            {count()}
          </p>
          <p class="hidden-text" role="status">
            <Show when={left() <= nearly}>{count()}</Show>
          </p>
        </>
      )}
    </Field>
  )
}

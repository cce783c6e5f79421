import { createUniqueId, type JSX, Show } from 'solid-js'
import { Icon } from './icon.tsx'

/** Ids that tie a control to its label, hint and error: spread `control` on the input. */
export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

/** A label with its hint, its control and, where something is wrong, what to mend. */
export function Field(props: {
  readonly label: JSX.Element
  readonly hint?: JSX.Element
  readonly error?: string | undefined
  /** Shown behind the label, e.g. "(mag je leeg laten)". */
  readonly note?: string
  /** Id of the control, when something links to it. */
  readonly id?: string
  readonly children: (control: FieldIds) => JSX.Element
}) {
  const id = props.id ?? createUniqueId()
  const control: FieldIds = {
    id,
    get 'aria-describedby'() {
      const ids = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ')
      return ids === '' ? undefined : ids
    },
    get 'aria-invalid'() {
      return props.error ? 'true' : undefined
    },
  }
  return (
    <div class="field" classList={{ 'field-wrong': Boolean(props.error) }}>
      <label class="field-label" for={id}>
        {props.label} <Show when={props.note}>{(note) => <span class="field-note">{note()}</span>}</Show>
      </label>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        {(error) => (
          <p class="field-error" id={`${id}-error`}>
            <Icon name="circle-alert" />
            <span>{error()}</span>
          </p>
        )}
      </Show>
      {props.children(control)}
    </div>
  )
}

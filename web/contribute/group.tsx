/** Questions that are answered by choosing: a legend, a hint, what is wrong, and the choices. */
import { type JSX, Show } from 'solid-js'
import { Icon } from '../ui/icon.tsx'
import { type FieldName, fieldId } from './field-faults.ts'

/** One of the form's four questions, with its number. */
export function Step(props: { readonly number: number; readonly title: string; readonly children: JSX.Element }) {
  const id = () => `contribute-step-${props.number}`
  return (
    <section class="contribute-step" aria-labelledby={id()}>
      <h2 id={id()}>
        <span class="contribute-number" aria-hidden="true">
          {props.number}
        </span>
        {props.title}
      </h2>
      {props.children}
    </section>
  )
}

/** A group of choices with one name. `radio` when exactly one can be chosen. */
export function Group(props: {
  readonly field: FieldName
  readonly legend: JSX.Element
  /** The step's heading says it already: read out, not shown. */
  readonly legendHidden?: boolean
  readonly hint?: string
  readonly error: string | undefined
  readonly radio?: boolean
  readonly children: JSX.Element
}) {
  const id = () => fieldId(props.field)
  const described = () =>
    [props.hint ? `${id()}-hint` : '', props.error ? `${id()}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      id={id()}
      class="field contribute-group"
      classList={{ 'field-wrong': Boolean(props.error) }}
      role={props.radio ? 'radiogroup' : undefined}
      aria-describedby={described()}
      aria-invalid={props.radio && props.error ? 'true' : undefined}
    >
      <legend class={props.legendHidden ? 'hidden-text' : 'field-legend'}>{props.legend}</legend>
      <Show when={props.hint}>
        <p class="field-hint" id={`${id()}-hint`}>
          {props.hint}
        </p>
      </Show>
      <Show when={props.error}>
        {(error) => (
          <p class="field-error" id={`${id()}-error`}>
            <Icon name="circle-alert" />
            <span>{error()}</span>
          </p>
        )}
      </Show>
      {props.children}
    </fieldset>
  )
}

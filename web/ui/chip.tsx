import { type JSX, Show } from 'solid-js'
import { type ThemeId, themes } from '#contract/themes.ts'
import { vocabulary } from '../text/index.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** A short label with an optional icon. */
export function Chip(props: {
  readonly icon?: IconName
  readonly class?: string
  readonly colour?: string
  readonly children: JSX.Element
}) {
  return (
    <span class={`chip ${props.class ?? ''}`} style={{ '--theme': props.colour }}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </span>
  )
}

/** A theme: its colour always comes with its icon and its name. */
export function ThemeChip(props: { readonly theme: ThemeId }) {
  return (
    <Chip icon={themes[props.theme].icon} class="chip-theme" colour={themes[props.theme].colour}>
      {vocabulary().themes[props.theme]}
    </Chip>
  )
}

/** A choice that is on or off, as a button with a count: filters. */
export function ToggleChip(props: {
  readonly icon?: IconName
  readonly class?: string
  readonly colour?: string
  readonly pressed: boolean
  readonly onToggle: () => void
  readonly children: JSX.Element
}) {
  return (
    <button
      type="button"
      class={`chip chip-toggle ${props.class ?? ''}`}
      style={{ '--theme': props.colour }}
      aria-pressed={props.pressed}
      onClick={() => props.onToggle()}
    >
      <Show when={props.pressed} fallback={<Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>}>
        <Icon name="check" />
      </Show>
      {props.children}
    </button>
  )
}

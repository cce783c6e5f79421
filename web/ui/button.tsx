import { type JSX, Show, splitProps } from 'solid-js'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** One primary button per screen; the others are secondary or quiet. `danger` takes something away. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Looks {
  readonly look?: ButtonLook
  readonly icon?: IconName
}

const classOf = (look: ButtonLook | undefined, extra: string | undefined) => `button button-${look ?? 'secondary'} ${extra ?? ''}`

/** A button that does something here. */
export function Button(props: Looks & JSX.ButtonHTMLAttributes<HTMLButtonElement>) {
  const [own, rest] = splitProps(props, ['look', 'icon', 'class', 'children'])
  return (
    <button type="button" {...rest} class={classOf(own.look, own.class)}>
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      <span>{own.children}</span>
    </button>
  )
}

/** Looks like a button and goes somewhere. */
export function ButtonLink(props: Looks & JSX.AnchorHTMLAttributes<HTMLAnchorElement>) {
  const [own, rest] = splitProps(props, ['look', 'icon', 'class', 'children'])
  return (
    <a {...rest} class={classOf(own.look, own.class)}>
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      <span>{own.children}</span>
    </a>
  )
}

/** A button that shows an icon only; its label is read out and shown as a hint. */
export function IconButton(
  props: { readonly icon: IconName; readonly label: string } & JSX.ButtonHTMLAttributes<HTMLButtonElement>,
) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'class'])
  return (
    <button type="button" {...rest} class={`icon-button ${own.class ?? ''}`} aria-label={own.label} title={own.label}>
      <Icon name={own.icon} />
    </button>
  )
}

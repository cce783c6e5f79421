import { type JSX, Show } from 'solid-js'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

export type NoticeLook = 'info' | 'good' | 'warm' | 'danger'
const iconOf: Readonly<Record<NoticeLook, IconName>> = {
  info: 'info',
  good: 'circle-check',
  warm: 'triangle-alert',
  danger: 'circle-alert',
}

/** Something to know: what happened, what it means, what to do. With `live` it is read out when it appears. */
export function Notice(props: {
  readonly look?: NoticeLook
  readonly icon?: IconName
  readonly title?: string
  readonly live?: boolean
  readonly children?: JSX.Element
}) {
  const look = () => props.look ?? 'info'
  return (
    <div class={`notice notice-${look()}`} role={props.live ? 'status' : undefined}>
      <Icon name={props.icon ?? iconOf[look()]} />
      <div class="notice-body">
        <Show when={props.title}>{(title) => <p class="notice-title">{title()}</p>}</Show>
        {props.children}
      </div>
    </div>
  )
}

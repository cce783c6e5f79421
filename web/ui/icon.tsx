import { type IconName, icons } from './icons.ts'

/** An icon beside words, or in a button that has a label of its own: never read out. */
export function Icon(props: { readonly name: IconName; readonly class?: string }) {
  return (
    <span class={`icon ${props.class ?? ''}`} aria-hidden="true" innerHTML={icons[props.name].replace(/<!--.*?-->\s*/, '')} />
  )
}

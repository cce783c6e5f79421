import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether the window answers a media query now. */
export function createWide(query: string): Accessor<boolean> {
  const media = matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const listener = () => setMatches(media.matches)
  media.addEventListener('change', listener)
  onCleanup(() => media.removeEventListener('change', listener))
  return matches
}

import { createSignal, createUniqueId, Show } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { language, useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Icon } from '../ui/icon.tsx'
import type { GovernedLayer } from './governed.ts'
import { GovernedCard } from './governed-card.tsx'
import { useReading } from './reading.ts'

/** Names that fit on a line below a heading. */
const named = 3

/** One passage at a time shows its zones in the text itself: a phone draws one map with ease, not ten. */
const [opened, setOpened] = createSignal<string>()

/**
 * Below the heading of a passage: that it is about areas on the map, and which. Where there is room for a map beside the text it leads
 * to the passage, and the map follows; elsewhere it opens the map in place.
 */
export function Beside(props: {
  readonly id: string
  readonly governed: readonly GovernedLayer[]
  readonly inPlace: boolean
  readonly level: number
}) {
  const t = useText(read)
  const { document } = useReading()
  const { consultation } = useConsultation()
  const { address, href } = useAddress()
  const id = createUniqueId()
  const open = () => props.inPlace && opened() === props.id
  const words = () => {
    const names = props.governed.slice(0, named).map(({ layer }) => layer.title)
    const rest = props.governed.length - names.length
    return rest > 0 ? `${names.join(', ')} ${t().andMore(rest)}` : names.join(', ')
  }
  return (
    <div class="beside-passage" lang={language()}>
      <Show
        when={props.inPlace}
        fallback={
          <a
            class="beside-link small no-print"
            href={href(paths.passage(consultation().id, document().id, props.id), { find: address().find })}
          >
            <Icon name="map" />
            <span>
              {t().onTheMap}: <span lang="nl">{words()}</span>
            </span>
          </a>
        }
      >
        <button
          type="button"
          class="beside-link small no-print"
          aria-expanded={open()}
          aria-controls={id}
          onClick={() => setOpened(open() ? undefined : props.id)}
        >
          <Icon name="map" />
          <span>
            {t().onTheMap}: <span lang="nl">{words()}</span>
          </span>
          <Icon name={open() ? 'chevron-up' : 'chevron-down'} />
        </button>
        <div id={id} class="beside-card" hidden={!open()}>
          <Show when={open()}>
            <GovernedCard governed={props.governed} level={props.level} />
          </Show>
        </div>
      </Show>
    </div>
  )
}

/**
 * Finds a village, or, where the national address search can be reached, a street or an address. A combobox after the ARIA
 * practices: the arrows walk the suggestions, Enter takes one, Escape puts them away.
 */
import { createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import type { Consultation, Village } from '#contract/consultation.ts'
import type { Position } from '#contract/geometry.ts'
import { folded } from '#domain/filter.ts'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { lookUp, type Suggestion, suggest } from './locatieserver.ts'

type Option = { readonly is: 'village'; readonly village: Village } | { readonly is: 'address'; readonly suggestion: Suggestion }

/** Fewest characters for which addresses are asked, and the pause in typing before, in milliseconds. */
const fewest = 3
const pause = 250

export function PlaceSearch(props: {
  readonly consultation: Consultation
  readonly onVillage: (id: string) => void
  readonly onPoint: (at: Position) => void
}) {
  const t = useText(contribute)
  const list = createUniqueId()
  const [words, setWords] = createSignal('')
  const [addresses, setAddresses] = createSignal<readonly Suggestion[]>([])
  /** False once the address search could not be reached: then only villages are promised. */
  const [reachable, setReachable] = createSignal(true)
  const [asking, setAsking] = createSignal(false)
  const [open, setOpen] = createSignal(false)
  const [active, setActive] = createSignal(-1)
  let timer: ReturnType<typeof setTimeout> | undefined
  let controller: AbortController | undefined
  const stop = () => {
    clearTimeout(timer)
    controller?.abort()
    setAsking(false)
  }
  onCleanup(stop)

  const options = (): Option[] => {
    const wanted = folded(words().trim())
    if (wanted === '') return []
    const villages = props.consultation.villages.filter((village) => folded(village.name).includes(wanted))
    return [
      ...villages.map((village) => ({ is: 'village', village }) as const),
      ...addresses().map((suggestion) => ({ is: 'address', suggestion }) as const),
    ]
  }
  const labelOf = (option: Option) => (option.is === 'village' ? option.village.name : option.suggestion.name)

  const type = (text: string) => {
    stop()
    setWords(text)
    setActive(-1)
    setOpen(text.trim() !== '')
    setAddresses([])
    if (text.trim().length >= fewest) timer = setTimeout(() => void askAddresses(text.trim()), pause)
  }
  const askAddresses = async (text: string) => {
    const own = new AbortController()
    controller = own
    setAsking(true)
    const found = await suggest(text, props.consultation.bounds, own.signal)
    if (own.signal.aborted) return
    setAsking(false)
    setReachable(found !== undefined)
    setAddresses(found ?? [])
  }
  const choose = async (option: Option) => {
    stop()
    setOpen(false)
    setWords(labelOf(option))
    if (option.is === 'village') return props.onVillage(option.village.id)
    const at = option.suggestion.at ?? (await lookUp(option.suggestion.id, new AbortController().signal))
    if (at) props.onPoint(at)
    else setReachable(false)
  }

  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    Enter: () => {
      const option = options()[Math.max(0, active())]
      if (open() && option) void choose(option)
      // Never sends the form from here.
      return true
    },
    Escape: () => {
      const was = open()
      setOpen(false)
      return was
    },
  }
  function walk(step: number): boolean {
    const count = options().length
    if (count === 0) return false
    setOpen(true)
    setActive((active() + step + count + (active() < 0 && step < 0 ? 1 : 0)) % count)
    return true
  }
  const shown = () => open() && options().length > 0

  return (
    <div class="contribute-search">
      <Field label={t().place.search} hint={reachable() ? t().place.searchHint : t().place.searchHintVillages}>
        {(control) => (
          <input
            type="text"
            class="input"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded={shown()}
            aria-controls={list}
            aria-activedescendant={shown() && active() >= 0 ? `${list}-${active()}` : undefined}
            value={words()}
            {...control}
            onInput={(event) => type(event.currentTarget.value)}
            onBlur={() => setOpen(false)}
            onKeyDown={(event) => {
              if (keys[event.key]?.()) event.preventDefault()
            }}
          />
        )}
      </Field>
      <div class="contribute-options" id={list} role="listbox" aria-label={t().place.suggestions} hidden={!shown()}>
        <For each={options()}>
          {(option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works in the input, which keeps the focus
            <div
              id={`${list}-${index()}`}
              role="option"
              tabIndex={-1}
              aria-selected={active() === index()}
              // A press must not take the focus from the input: its blur would close the list before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void choose(option)}
            >
              <Icon name={option.is === 'village' ? 'house' : 'map-pin'} />
              <span>
                {labelOf(option)}
                <Show when={option.is === 'village'}>
                  <span class="soft"> · {t().place.villageKind}</span>
                </Show>
              </span>
            </div>
          )}
        </For>
      </div>
      <p class="contribute-found" role="status">
        <Show when={open()}>
          {asking() ? t().place.searching : options().length > 0 ? t().place.found(options().length) : t().place.nothing}
        </Show>
      </p>
    </div>
  )
}

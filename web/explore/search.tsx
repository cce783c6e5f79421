import { useLocation } from '@solidjs/router'
import { createMemo, createSignal, createUniqueId, For, onCleanup, Show } from 'solid-js'
import type { Position } from '#contract/geometry.ts'
import { maxWords, paths, useAddress } from '../address.ts'
import { lookUp, type Suggestion, suggest } from '../contribute/locatieserver.ts'
import { useConsultation } from '../session/consultation.ts'
import { createLoad } from '../session/load.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.ts'

interface Option {
  readonly icon: IconName
  readonly label: string
  readonly note: string
  readonly choose: () => void
}

/** Places are asked for after so many characters, so many milliseconds after the last one. */
const placesFrom = 3
const typingPause = 300
/** Zoom levels at which a village, and an address, fill the map. */
const villageZoom = 14
const addressZoom = 16

/** One box for places and contributions: a combobox of villages, the national address service where it answers, and a text filter. */
export function Search(props: { readonly searching: boolean; readonly onSearching: (on: boolean) => void }) {
  const t = useText(shell)
  const { consultation } = useConsultation()
  const { address, change, go } = useAddress()
  const location = useLocation()
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [settled, setSettled] = createSignal('')
  const [shown, setShown] = createSignal(false)
  const [active, setActive] = createSignal(-1)
  let input!: HTMLInputElement
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  const places = createLoad(
    () => (settled().length >= placesFrom ? settled() : undefined),
    (words, signal) => suggest(words, consultation().bounds, signal, 5),
  )
  const show = (at: Position, zoom: number) => go(paths.map(consultation().id), { view: { lng: at[0], lat: at[1], zoom } })
  /** To where the list can be seen: the page of the list when one is there, else the list beside the map. */
  const find = (words: string) => {
    const onList = [paths.list(consultation().id), paths.map(consultation().id)].includes(location.pathname)
    if (onList) change({ words })
    else go(paths.map(consultation().id), { words })
  }
  const choosePlace = async (place: Suggestion) => {
    const at = place.at ?? (await lookUp(place.id, new AbortController().signal))
    if (at) show(at, addressZoom)
  }
  const options = createMemo((): Option[] => {
    const words = typed().trim()
    if (words === '') return []
    const villages = consultation().villages.filter((one) => one.name.toLowerCase().includes(words.toLowerCase()))
    const found = settled() === words ? (places.data() ?? []) : []
    return [
      { icon: 'search', label: t().searchFor(words), note: '', choose: () => find(words) },
      ...villages.slice(0, 4).map(
        (one): Option => ({
          icon: 'house',
          label: one.name,
          note: t().searchVillage,
          choose: () => show(one.position, villageZoom),
        }),
      ),
      ...found.map(
        (one): Option => ({ icon: 'map-pin', label: one.name, note: t().searchPlace, choose: () => void choosePlace(one) }),
      ),
    ]
  })
  const close = () => {
    setShown(false)
    setActive(-1)
  }
  const choose = (option: Option | undefined) => {
    if (!option) return
    option.choose()
    setTyped('')
    close()
    props.onSearching(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = options().length
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) return
      event.preventDefault()
      setShown(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      setActive((active() + by + count + (active() === -1 && by === -1 ? 1 : 0)) % count)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(options()[Math.max(0, active())])
    } else if (event.key === 'Escape') {
      if (!shown() && typed() === '' && !props.searching) return
      event.preventDefault()
      if (shown()) close()
      else {
        setTyped('')
        props.onSearching(false)
      }
    }
  }
  /** The input keeps the focus and hears the keys; a pointer chooses before the input loses it. */
  const listen = (list: HTMLElement) => {
    list.addEventListener('pointerdown', (event) => event.preventDefault())
    list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[data-option]') : null
      if (option) choose(options()[Number(option.getAttribute('data-option'))])
    })
  }
  const open = () => shown() && options().length > 0
  return (
    <>
      <search class="search">
        <Icon name="search" class="search-icon" />
        <input
          ref={input}
          class="input search-input"
          type="text"
          inputmode="search"
          enterkeyhint="search"
          role="combobox"
          aria-label={t().search}
          aria-autocomplete="list"
          aria-expanded={open()}
          aria-controls={`${id}-list`}
          aria-activedescendant={open() && active() >= 0 ? `${id}-${active()}` : undefined}
          placeholder={t().search}
          autocomplete="off"
          maxlength={maxWords}
          value={typed()}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setShown(true)
            setActive(-1)
            clearTimeout(timer)
            timer = setTimeout(() => setSettled(typed().trim()), typingPause)
          }}
          onFocus={() => setShown(true)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        <Show when={address().words !== '' || typed() !== ''}>
          <IconButton
            icon="close"
            label={t().searchClear}
            onClick={() => {
              setTyped('')
              if (address().words !== '') change({ words: '' })
              input.focus()
            }}
          />
        </Show>
        <div
          id={`${id}-list`}
          ref={listen}
          class="search-list"
          role="listbox"
          tabindex="-1"
          aria-label={t().search}
          hidden={!open()}
        >
          <For each={options()}>
            {(option, index) => (
              <div
                id={`${id}-${index()}`}
                class="search-option"
                role="option"
                tabIndex={-1}
                data-option={index()}
                aria-selected={active() === index()}
              >
                <Icon name={option.icon} />
                <span>{option.label}</span>
                <span class="small soft">{option.note}</span>
              </div>
            )}
          </For>
        </div>
        <span class="hidden-text" role="status">
          {open() ? t().searchResults(options().length) : ''}
        </span>
      </search>
      <IconButton
        class="search-toggle"
        icon={props.searching ? 'close' : 'search'}
        label={props.searching ? t().close : t().searchOpen}
        aria-expanded={props.searching}
        onClick={() => {
          props.onSearching(!props.searching)
          if (props.searching) queueMicrotask(() => input.focus())
        }}
      />
    </>
  )
}

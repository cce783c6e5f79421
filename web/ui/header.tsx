import { useLocation } from '@solidjs/router'
import { createSignal, For, Show, useContext } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { Search } from '../explore/search.tsx'
import { ConsultationContext } from '../session/consultation.ts'
import { language, useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { ButtonLink, IconButton } from './button.tsx'
import { footLinks } from './foot.tsx'
import { Icon } from './icon.tsx'

/** Home, the consultation's name, search, the list, and all other ways in a menu. */
export function Header() {
  const t = useText(shell)
  const open = useContext(ConsultationContext)
  const location = useLocation()
  const { href } = useAddress()
  const [searching, setSearching] = createSignal(false)
  const id = () => open?.consultation().id ?? ''
  const onMap = () => open !== undefined && location.pathname !== paths.list(id()) && location.pathname !== paths.about(id())
  return (
    <header class="header no-print" classList={{ 'header-searching': searching() }}>
      <a class="logo" href={href(paths.home, { view: null, layers: null })} aria-label={t().home}>
        <img src="/icon.svg" alt="" width="32" height="32" />
        <span class="logo-word">Vliegwiel</span>
      </a>
      <Show when={open}>
        {(one) => (
          <>
            <a class="header-title" href={href(paths.about(id()))}>
              <span>{one().consultation().title}</span>
              <Icon name="info" />
            </a>
            <Search searching={searching()} onSearching={setSearching} />
            <ButtonLink
              class="header-list"
              icon={onMap() ? 'list' : 'map'}
              href={href(onMap() ? paths.list(id()) : paths.map(id()))}
            >
              {onMap() ? t().list : t().map}
            </ButtonLink>
          </>
        )}
      </Show>
      <Menu />
    </header>
  )
}

function Menu() {
  const t = useText(shell)
  const open = useContext(ConsultationContext)
  const { href, address } = useAddress()
  const location = useLocation()
  const [shown, setShown] = createSignal(false)
  let place!: HTMLDivElement
  let button!: HTMLButtonElement
  const close = () => setShown(false)
  const links = () => {
    const id = open?.consultation().id
    if (id === undefined) return []
    return [
      { icon: 'map', label: t().map, href: href(paths.map(id)) },
      { icon: 'list', label: t().listWithoutMap, href: href(paths.list(id)) },
      { icon: 'layers', label: t().layers, href: href(paths.layers(id)) },
      { icon: 'info', label: t().about, href: href(paths.about(id)) },
    ] as const
  }
  const otherLanguage = () => href(location.pathname, { at: address().at, language: language() === 'nl' ? 'en' : 'nl' })
  return (
    <div
      class="menu"
      ref={place}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !shown()) return
        event.preventDefault()
        close()
        button.focus()
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !place.contains(event.relatedTarget)) close()
      }}
    >
      <IconButton
        ref={button}
        icon={shown() ? 'close' : 'menu'}
        label={t().menu}
        aria-expanded={shown()}
        aria-controls="menu"
        onClick={() => setShown(!shown())}
      />
      <nav id="menu" class="menu-list" aria-label={t().siteMenu} hidden={!shown()}>
        <ul class="plain">
          <For each={links()}>
            {(link) => (
              <li>
                <a class="menu-item" href={link.href} onClick={close}>
                  <Icon name={link.icon} /> {link.label}
                </a>
              </li>
            )}
          </For>
          <Show when={open}>
            {(one) => (
              <li>
                <button
                  type="button"
                  class="menu-item"
                  onClick={() => {
                    close()
                    button.focus()
                    one().download()
                  }}
                >
                  <Icon name="download" /> {t().download}
                </button>
              </li>
            )}
          </Show>
          <li>
            <a
              class="menu-item"
              href={otherLanguage()}
              lang={language() === 'nl' ? 'en' : 'nl'}
              aria-label={t().otherLanguageLabel}
              onClick={close}
            >
              <Icon name="languages" /> {t().otherLanguage}
            </a>
          </li>
          <For each={footLinks(href, t())}>
            {(link) => (
              <li class="menu-foot">
                <a class="menu-item" href={link.href} onClick={close}>
                  {link.label}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </div>
  )
}

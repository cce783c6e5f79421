import { useLocation } from '@solidjs/router'
import { createSignal, For, onCleanup, Show, useContext } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { ConsultationContext } from '../session/consultation.ts'
import { language, useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { IconButton } from './button.tsx'
import { footLinks } from './foot.tsx'
import { Icon } from './icon.tsx'

/** All other ways: pages of the consultation, download, language, and what the law asks for. Closes on Escape and when the focus leaves. */
export function Menu() {
  const t = useText(shell)
  const open = useContext(ConsultationContext)
  const { href, address } = useAddress()
  const location = useLocation()
  const [shown, setShown] = createSignal(false)
  let button!: HTMLButtonElement
  const close = () => setShown(false)
  const listen = (place: HTMLElement) => {
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !shown()) return
      event.preventDefault()
      close()
      button.focus()
    })
    place.addEventListener('focusout', (event) => {
      if (event.relatedTarget instanceof Node && !place.contains(event.relatedTarget)) close()
    })
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', outside)
    onCleanup(() => document.removeEventListener('pointerdown', outside))
  }
  const links = () => {
    const id = open?.consultation().id
    if (id === undefined) return []
    return [
      { icon: 'map', label: t().map, href: href(paths.map(id)) },
      { icon: 'list', label: t().listWithoutMap, href: href(paths.list(id)) },
      { icon: 'layers', label: t().layers, href: href(paths.layers(id)) },
      { icon: 'book', label: t().documents, href: href(paths.documents(id)) },
      { icon: 'info', label: t().about, href: href(paths.about(id)) },
    ] as const
  }
  const otherLanguage = () => href(location.pathname, { at: address().at, language: language() === 'nl' ? 'en' : 'nl' })
  return (
    <div class="menu" ref={listen}>
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

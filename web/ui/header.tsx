import { useLocation } from '@solidjs/router'
import { createSignal, Show, useContext } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { Search } from '../explore/search.tsx'
import { ConsultationContext } from '../session/consultation.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'

/** Home, the consultation's name, search, the list, and all other ways in a menu. */
export function Header() {
  const t = useText(shell)
  const open = useContext(ConsultationContext)
  const location = useLocation()
  const { href } = useAddress()
  const [searching, setSearching] = createSignal(false)
  const id = () => open?.consultation().id ?? ''
  const withoutMap = () => [paths.list(id()), paths.about(id()), paths.documents(id())]
  const onMap = () => open !== undefined && !withoutMap().some((path) => `${location.pathname}/`.startsWith(`${path}/`))
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
              <span lang="nl">{one().consultation().title}</span>
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

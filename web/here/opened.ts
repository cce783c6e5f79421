/** Which zone's text is open, and which passage of it: kept in the address where a link should lead there, else for as long as the page lives. */
import { useLocation } from '@solidjs/router'
import { type Accessor, createSignal } from 'solid-js'
import { type Opened, useAddress } from '../address.ts'

export interface Door {
  readonly opened: Accessor<Opened | null>
  readonly open: (opened: Opened | null) => void
}

/** Opening makes a step that the back button takes back; closing makes none. */
export function useAddressDoor(): Door {
  const { address, go, change } = useAddress()
  const location = useLocation()
  return {
    opened: () => address().opened,
    open: (opened) => {
      if (opened === null) change({ opened })
      else go(location.pathname, { at: address().at, opened })
    },
  }
}

/** In a form there is nowhere to go back to. */
export function createDoor(): Door {
  const [opened, open] = createSignal<Opened | null>(null)
  return { opened, open }
}

/**
 * The address bar, tied to the router. Panels are paths and get a place in the browser's history; view and filters replace the
 * current one.
 */
import { useIsRouting, useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createMemo } from 'solid-js'
import { type Address, readAddress, writeAddress } from './address-query.ts'

export { type Address, maxWords, type Opened, paths } from './address-query.ts'

/** Reads and changes the address. Inside the router only. */
export function useAddress() {
  const location = useLocation()
  const navigate = useNavigate()
  const isRouting = useIsRouting()
  const address = createMemo(() => readAddress(location.search))
  /** A place and an open text belong to the panel that asked for them, and what is looked for in a text to its page; other links leave them out. */
  const search = (change: Partial<Address>) => writeAddress({ ...address(), at: null, find: '', opened: null, ...change })
  /** While a step to another panel is under way (its code may have to come first), a change waits: it must not undo the step. */
  let waiting: Partial<Address> | undefined
  const change = (part: Partial<Address>) => {
    if (isRouting()) {
      waiting = { ...waiting, ...part }
      return
    }
    const next = writeAddress({ ...address(), ...part })
    if (next !== location.search) navigate(location.pathname + next, { replace: true, scroll: false })
  }
  createEffect(() => {
    if (isRouting() || !waiting) return
    const part = waiting
    waiting = undefined
    change(part)
  })
  return {
    address,
    /** The link to a path that keeps view, filters, layers and language. */
    href: (path: string, change: Partial<Address> = {}) => path + search(change),
    /** Goes to a path with a new place in the history. */
    go: (path: string, change: Partial<Address> = {}) => navigate(path + search(change), { scroll: false }),
    /** Changes what is shown without a new place in the history. */
    change,
  }
}

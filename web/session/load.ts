/** What is being fetched: loading, there, or failed with a way to try again. Older answers stay in view while a newer one is on its way. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'

export interface Load<T> {
  /** The newest answer; undefined before the first. */
  readonly data: Accessor<T | undefined>
  readonly error: Accessor<unknown>
  readonly loading: Accessor<boolean>
  /** Asks again. */
  readonly retry: () => void
  /** Puts an answer in place that was come by otherwise. */
  readonly set: (data: T) => void
}

/**
 * Fetches whenever `source` gives another value; `undefined` means: nothing to fetch yet. An answer that comes late is dropped.
 * With `forget`, the older answer goes away as soon as the source changes.
 */
export function createLoad<S, T>(
  source: Accessor<S | undefined>,
  fetcher: (source: S, signal: AbortSignal) => Promise<T>,
  options: { readonly forget?: boolean } = {},
): Load<T> {
  const [data, setData] = createSignal<T | undefined>()
  const [error, setError] = createSignal<unknown>()
  const [loading, setLoading] = createSignal(source() !== undefined)
  const [attempt, setAttempt] = createSignal(0)
  let controller: AbortController | undefined

  createEffect(
    on([source, attempt], ([wanted], previous) => {
      controller?.abort()
      if (options.forget && previous?.[0] !== wanted) setData(undefined)
      setError(undefined)
      setLoading(wanted !== undefined)
      if (wanted === undefined) return
      const own = new AbortController()
      controller = own
      fetcher(wanted, own.signal).then(
        (answer) => {
          if (own.signal.aborted) return
          setData(() => answer)
          setLoading(false)
        },
        (reason: unknown) => {
          if (own.signal.aborted) return
          setError(reason)
          setLoading(false)
        },
      )
    }),
  )
  onCleanup(() => controller?.abort())
  return { data, error, loading, retry: () => setAttempt((n) => n + 1), set: (answer) => setData(() => answer) }
}

/**
 * What is kept on this device: drafts, contributions waiting for a connection, and the codes by which an author may edit.
 * A browser may refuse (private mode), be full, or hold something that an older or hostile page wrote: then things last as long
 * as the page does, and whatever cannot be read is left alone as if it were absent.
 */
export interface Device {
  /** The value under a key, or undefined when it is absent or not JSON. Callers check its shape. */
  read(key: string): unknown
  /** False when it could be kept in memory only. */
  write(key: string, value: unknown): boolean
  remove(key: string): void
  /** Keys that begin with `prefix`, in no particular order. */
  keys(prefix: string): string[]
}

/** The part of `Storage` that is used; tests bring their own. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** @param storage undefined where the browser refuses it. */
export function openDevice(storage: KeyValueStorage | undefined): Device {
  // Holds what storage would not take; a key is here or there, never in both.
  const memory = new Map<string, string>()

  return {
    read(key) {
      const text = memory.get(key) ?? attempt(() => storage?.getItem(key))
      if (typeof text !== 'string') return undefined
      return attempt(() => JSON.parse(text) as unknown)
    },
    write(key, value) {
      const text = JSON.stringify(value)
      const kept = attempt(() => {
        storage?.setItem(key, text)
        return storage !== undefined
      })
      if (kept) memory.delete(key)
      else {
        memory.set(key, text)
        // An older value must not come back after a reload in place of this one.
        attempt(() => storage?.removeItem(key))
      }
      return kept === true
    },
    remove(key) {
      memory.delete(key)
      attempt(() => storage?.removeItem(key))
    },
    keys(prefix) {
      const found = new Set(memory.keys())
      const length = attempt(() => storage?.length) ?? 0
      for (let index = 0; index < length; index++) {
        const key = attempt(() => storage?.key(index))
        if (typeof key === 'string') found.add(key)
      }
      return [...found].filter((key) => key.startsWith(prefix))
    },
  }
}

/** The browser's own storage; reading the property itself throws where storage is blocked. */
export const device = openDevice(attempt(() => globalThis.localStorage) ?? undefined)

/** Storage and JSON fail for reasons that nobody here can mend (blocked, full, half written): absent is the honest answer. */
function attempt<T>(what: () => T): T | undefined {
  try {
    return what()
  } catch {
    return undefined
  }
}

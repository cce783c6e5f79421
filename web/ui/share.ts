/** Gives an address of this app to somebody else. */
import { toast } from './toast.tsx'

/** By the device's own sheet where it has one, else on the clipboard; where neither is allowed, the address itself is shown. */
export async function share(
  title: string,
  url: string,
  words: { copied: string; copyFailed: (url: string) => string },
): Promise<void> {
  if (typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches) {
    // Closing the device's sheet rejects: nothing to say about that.
    await navigator.share({ title, url }).catch(() => undefined)
    return
  }
  try {
    await navigator.clipboard.writeText(url)
    toast(words.copied)
  } catch {
    toast(words.copyFailed(url))
  }
}

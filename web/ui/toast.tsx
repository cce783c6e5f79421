import { createSignal, Show } from 'solid-js'
import { Icon } from './icon.tsx'

interface Toast {
  readonly text: string
  /** A way back, for as long as the message stands. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** In milliseconds; one with a button stays longer, and for as long as somebody is at it. */
const stay = { text: 8000, action: 30_000 } as const

const [shown, setShown] = createSignal<Toast>()
let timer: ReturnType<typeof setTimeout> | undefined

const hide = () => {
  clearTimeout(timer)
  setShown(undefined)
}
const hideLater = () => {
  clearTimeout(timer)
  timer = setTimeout(hide, shown()?.action ? stay.action : stay.text)
}

/** Says something short that needs no answer; it goes away by itself. What `action` does can be done elsewhere too. */
export function toast(text: string, action?: Toast['action']): void {
  setShown({ text, action })
  hideLater()
}

/** The place where short messages appear; once, in the app's frame. */
export function ToastPlace() {
  return (
    <div class="toast-place" role="status">
      <Show when={shown()}>
        {(message) => (
          <div
            class="toast"
            onPointerEnter={() => clearTimeout(timer)}
            onPointerLeave={hideLater}
            onFocusIn={() => clearTimeout(timer)}
            onFocusOut={hideLater}
          >
            <Icon name="circle-check" />
            <p>{message().text}</p>
            <Show when={message().action}>
              {(action) => (
                <button
                  type="button"
                  class="toast-action"
                  onClick={() => {
                    const { run } = action()
                    hide()
                    run()
                  }}
                >
                  {action().label}
                </button>
              )}
            </Show>
          </div>
        )}
      </Show>
    </div>
  )
}

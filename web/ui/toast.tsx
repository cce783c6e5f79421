import { createSignal, Show } from 'solid-js'
import { Icon } from './icon.tsx'

const [message, setMessage] = createSignal('')
let timer: ReturnType<typeof setTimeout> | undefined

/** Says something short that needs no answer; it goes away by itself after eight seconds. */
export function toast(text: string): void {
  clearTimeout(timer)
  setMessage(text)
  timer = setTimeout(() => setMessage(''), 8000)
}

/** The place where short messages appear; once, in the app's frame. */
export function ToastPlace() {
  return (
    <div class="toast-place" role="status">
      <Show when={message()}>
        <p class="toast">
          <Icon name="circle-check" />
          {message()}
        </p>
      </Show>
    </div>
  )
}

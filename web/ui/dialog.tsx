import { createUniqueId, type JSX, onMount } from 'solid-js'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { IconButton } from './button.tsx'

/**
 * A question in front of the page (native, modal). Mount it to open it; `onClose` must take it away again. The focus goes to its
 * heading, and the browser gives it back to what opened it.
 */
export function Dialog(props: { readonly title: string; readonly onClose: () => void; readonly children: JSX.Element }) {
  const t = useText(shell)
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  let heading!: HTMLHeadingElement
  onMount(() => {
    const opener = document.activeElement
    dialog.showModal()
    heading.focus()
    // A press beside the box closes it, as Escape does.
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close()
    })
    dialog.addEventListener('close', () => {
      props.onClose()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    })
  })
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={id}>
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={id} tabindex="-1" ref={heading}>
            {props.title}
          </h2>
          <IconButton icon="close" label={t().close} onClick={() => dialog.close()} />
        </div>
        {props.children}
      </div>
    </dialog>
  )
}

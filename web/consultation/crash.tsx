import { onMount } from 'solid-js'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** A fault of our own: says so, and offers the one thing that helps. The error itself goes to the console. */
export function Crash(props: { readonly error: unknown }) {
  const t = useText(shell)
  onMount(() => console.error(props.error))
  return (
    <main class="page page-text" role="alert">
      <Notice look="danger">
        <p>{t().unexpected}</p>
        <Button icon="refresh" onClick={() => location.reload()}>
          {t().reload}
        </Button>
      </Notice>
    </main>
  )
}

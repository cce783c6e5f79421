import { Show } from 'solid-js'
import { ApiProblem, Offline } from '../api.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** Something could not be fetched: what happened, that nothing was lost, and a way to try again. */
export function Failure(props: {
  readonly error: unknown
  readonly onRetry: () => void
  /** The page's own heading says already that it failed. */
  readonly untitled?: boolean
}) {
  const t = useText(shell)
  const offline = () => props.error instanceof Offline
  const detail = () => (props.error instanceof ApiProblem ? props.error.problem.detail : t().unexpected)
  return (
    <div role="alert">
      <Notice
        look="danger"
        icon={offline() ? 'wifi-off' : 'circle-alert'}
        {...(props.untitled ? {} : { title: offline() ? t().offlineTitle : t().failedTitle })}
      >
        <p>
          <Show when={offline()} fallback={t().failedText(detail())}>
            {t().offlineText}
          </Show>
        </p>
        <Button icon="refresh" onClick={() => props.onRetry()}>
          {t().retry}
        </Button>
      </Notice>
    </div>
  )
}

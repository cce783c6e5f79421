/** Withdrawing a contribution of this device: irreversible, so it is asked first what that means. */
import { createSignal, Show } from 'solid-js'
import type { Contribution } from '#contract/contribution.ts'
import { ApiProblem, api, Offline } from '../api.ts'
import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { toast } from '../ui/toast.tsx'
import { own } from './own.ts'

/** The button and its question. `onDone` is called once it is gone. */
export function Withdraw(props: {
  readonly contribution: Pick<Contribution, 'id' | 'title'>
  readonly token: string
  readonly onDone: () => void
}) {
  const o = useText(ownWords)
  const [asking, setAsking] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<'offline' | 'failed'>()

  const withdraw = async () => {
    if (busy()) return
    setBusy(true)
    setFailure(undefined)
    try {
      await api.withdraw(props.contribution.id, props.token)
    } catch (error) {
      if (!(error instanceof Offline || error instanceof ApiProblem)) throw error
      setFailure(error instanceof Offline ? 'offline' : 'failed')
      return
    } finally {
      setBusy(false)
    }
    setAsking(false)
    own.remove(props.contribution.id)
    toast(o().withdraw.done)
    props.onDone()
  }

  return (
    <>
      <Button look="danger" icon="trash" onClick={() => setAsking(true)}>
        {o().mine.withdraw}
      </Button>
      <Show when={asking()}>
        <Dialog title={o().withdraw.title} onClose={() => setAsking(false)}>
          <div class="stack">
            <p>{o().withdraw.text(props.contribution.title)}</p>
            <p>
              <strong>{o().withdraw.irreversible}</strong>
            </p>
            <Show when={failure()}>
              {(reason) => (
                <Notice look="danger" live>
                  <p>{o().withdraw[reason()]}</p>
                </Notice>
              )}
            </Show>
            <div class="row">
              <Button look="danger" icon="trash" aria-disabled={busy() ? 'true' : undefined} onClick={() => void withdraw()}>
                {busy() ? o().withdraw.busy : o().withdraw.yes}
              </Button>
              <Button onClick={() => setAsking(false)}>{o().withdraw.no}</Button>
            </div>
          </div>
        </Dialog>
      </Show>
    </>
  )
}

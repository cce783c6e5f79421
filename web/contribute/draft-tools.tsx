/** What is kept on this device while the form is open: whether it is, other drafts, and clearing this one. */
import { createMemo, createSignal, For, Show } from 'solid-js'
import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { emptyDraft } from './draft.ts'
import { type DraftStore, newKey } from './draft-store.ts'
import type { Form } from './form.ts'

export function DraftTools(props: {
  readonly form: Form
  readonly drafts: DraftStore
  readonly subject: string
  /** Another draft takes the form's place, or an empty one. */
  readonly onOther: () => void
}) {
  const o = useText(ownWords)
  const { form } = props
  const [asking, setAsking] = createSignal(false)
  // Read again whenever the form takes another draft, or has kept this one.
  const others = createMemo(() => {
    form.kept()
    return props.drafts.list(props.subject).filter(({ key }) => key !== form.key())
  })
  return (
    <>
      <Show when={form.kept() === false}>
        <Notice look="warm">
          <p>{o().draft.notKept}</p>
        </Notice>
      </Show>
      <Show when={form.kept()}>
        <div class="contribute-kept">
          <span class="soft">
            <Icon name="check" />
            {o().draft.kept}
          </span>
          <Button look="quiet" icon="trash" onClick={() => setAsking(true)}>
            {o().draft.clear}
          </Button>
        </div>
      </Show>
      <Show when={others().length > 0}>
        <details class="contribute-more">
          <summary>{o().draft.others(others().length)}</summary>
          <ul class="plain">
            <For each={others()}>
              {(other) => (
                <li>
                  <Button
                    look="quiet"
                    icon="pencil"
                    onClick={() => {
                      form.save()
                      form.restart(other)
                      props.onOther()
                    }}
                  >
                    {other.draft.title.trim() || o().draft.nameless}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <Show when={asking()}>
        <Dialog title={o().draft.clearAsk} onClose={() => setAsking(false)}>
          <div class="stack">
            <p>{o().draft.clearText}</p>
            <div class="row">
              <Button
                look="danger"
                icon="trash"
                onClick={() => {
                  form.restart({ key: newKey(), draft: emptyDraft }, true)
                  setAsking(false)
                  props.onOther()
                }}
              >
                {o().draft.clearYes}
              </Button>
              <Button onClick={() => setAsking(false)}>{o().draft.keep}</Button>
            </div>
          </div>
        </Dialog>
      </Show>
    </>
  )
}

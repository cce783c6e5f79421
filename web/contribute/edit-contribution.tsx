/** Changing a contribution of this device: fetched with its token, saved only over the version that was read, or withdrawn. */
import { createSignal, Match, Show, Switch } from 'solid-js'
import type { Contribution } from '#contract/contribution.ts'
import { paths, useAddress } from '../address.ts'
import { ApiProblem, api, Offline, type Versioned } from '../api.ts'
import { createLoad } from '../session/load.ts'
import { useEscape } from '../session/page.ts'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { toast } from '../ui/toast.tsx'
import { Conflict } from './conflict.tsx'
import { ContributionForm } from './contribution-form.tsx'
import { device } from './device.ts'
import { fromContribution, isComplete, toInput } from './draft.ts'
import { draftRules } from './draft-rules.ts'
import { editOf, newKey, openDraftStore } from './draft-store.ts'
import { faultsOfProblem } from './field-faults.ts'
import { createForm } from './form.ts'
import { own, ownToken } from './own.ts'
import type { ContributePanelProps } from './port.ts'
import { Withdraw } from './withdraw.tsx'

type EditProps = ContributePanelProps & { readonly contribution: string }

export function EditContribution(props: EditProps) {
  const t = useText(contribute)
  const o = useText(ownWords)
  const { href, go } = useAddress()
  const token = ownToken(props.contribution)
  const detail = paths.contribution(props.consultation.id, props.contribution)
  const found = createLoad(
    () => token,
    (secret, signal) => api.contribution(props.contribution, secret, signal),
  )
  /** Withdrawn, or never there: nothing is left to change. */
  const gone = () => {
    const error = found.error()
    if (error instanceof ApiProblem) return error.status === 404 || error.status === 410
    return found.data()?.contribution.state === 'withdrawn'
  }
  useEscape(() => go(detail))
  return (
    <Panel title={t().editTitle} back={{ href: href(detail), label: o().edit.back }} class="contribute-panel">
      <Switch fallback={<Skeleton rows={4} label={o().edit.loading} />}>
        <Match when={token === undefined}>
          <Notice look="warm" title={o().edit.noToken}>
            <p>{o().edit.noTokenText}</p>
            <p>{o().edit.askAuthority(props.consultation.authority.name, props.consultation.authority.contact)}</p>
          </Notice>
        </Match>
        <Match when={gone()}>
          <Notice look="warm" title={o().edit.gone}>
            <p>{o().edit.goneText}</p>
          </Notice>
        </Match>
        <Match when={found.error()}>
          <Notice look="danger" title={o().edit.failed}>
            <p>{o().edit.failedText}</p>
            <Button icon="refresh" onClick={found.retry}>
              {o().edit.retry}
            </Button>
          </Notice>
        </Match>
        <Match when={token !== undefined && found.data()} keyed>
          {(versioned) => <EditForm {...props} token={token ?? ''} versioned={versioned} />}
        </Match>
      </Switch>
    </Panel>
  )
}

function EditForm(props: EditProps & { readonly token: string; readonly versioned: Versioned }) {
  const t = useText(contribute)
  const o = useText(ownWords)
  const { href, go } = useAddress()
  const { id, title } = props.versioned.contribution
  const subject = editOf(id)
  const drafts = openDraftStore(device, Date.now)
  const stored = drafts.list(subject)[0]
  const asItStands = (contribution: Contribution) => ({ key: newKey(), draft: fromContribution(contribution) })
  const form = createForm({
    subject,
    drafts,
    start: stored ?? asItStands(props.versioned.contribution),
    rules: draftRules(
      () => props.consultation,
      () => new Date(),
    ),
  })
  const [restored, setRestored] = createSignal(stored !== undefined)
  const [version, setVersion] = createSignal(props.versioned.etag)
  /** Somebody else's version, when ours came too late. */
  const [conflict, setConflict] = createSignal<Versioned>()
  const [failure, setFailure] = createSignal<'offlineEdit' | 'busy'>()
  const [busy, setBusy] = createSignal(false)
  const detail = paths.contribution(props.consultation.id, id)

  const leave = (path: string, message: string) => {
    form.handOver()
    toast(message)
    go(path)
  }

  async function save(): Promise<'done' | 'refused'> {
    const input = toInput(form.draft())
    if (!isComplete(input)) throw new TypeError('a draft without faults lacks its kind or place')
    setBusy(true)
    setFailure(undefined)
    setRestored(false)
    try {
      const { contribution } = await api.edit(id, input, props.token, version())
      own.update(contribution)
      leave(detail, o().thanks.edited)
      return 'done'
    } catch (error) {
      return await refused(error)
    } finally {
      setBusy(false)
    }
  }

  /** Nothing is lost whatever the answer: the draft stays in the form and on the device. */
  async function refused(error: unknown): Promise<'done' | 'refused'> {
    form.save()
    if (error instanceof ApiProblem && error.status === 412) {
      try {
        setConflict(await api.contribution(id, props.token))
        return 'done'
      } catch (reason) {
        return await refused(reason)
      }
    }
    if (error instanceof Offline) setFailure('offlineEdit')
    else if (!(error instanceof ApiProblem)) throw error
    else if (error.status >= 500 || error.status === 429) setFailure('busy')
    else {
      form.refuse(faultsOfProblem(error.problem))
      return 'refused'
    }
    return 'done'
  }

  return (
    <>
      <Show when={restored()}>
        <Notice live>
          <p>{o().edit.restored}</p>
          <Button
            icon="undo"
            onClick={() => {
              form.restart(asItStands(props.versioned.contribution), true)
              setRestored(false)
            }}
          >
            {o().edit.dropRestored}
          </Button>
        </Notice>
      </Show>
      <Show when={conflict()}>
        {(other) => (
          <Conflict
            now={other().contribution}
            consultation={props.consultation}
            onApply={() => {
              setVersion(other().etag)
              setConflict(undefined)
              void save()
            }}
            onTake={() => {
              setVersion(other().etag)
              own.update(other().contribution)
              form.restart(asItStands(other().contribution), true)
              setConflict(undefined)
            }}
          />
        )}
      </Show>
      <ContributionForm
        form={form}
        consultation={props.consultation}
        page={props}
        label={t().save}
        busy={busy() ? t().saving : undefined}
        fresh={false}
        onSend={save}
      >
        <ButtonLink href={href(detail)} look="quiet" onClick={() => form.handOver()}>
          {t().cancelEdit}
        </ButtonLink>
      </ContributionForm>
      <Show when={failure()}>
        {(reason) => (
          <Notice look="warm" icon={reason() === 'offlineEdit' ? 'wifi-off' : 'triangle-alert'} live>
            <p>{o().problem[reason()]}</p>
          </Notice>
        )}
      </Show>
      <div class="contribute-withdraw">
        <Withdraw
          contribution={{ id, title }}
          token={props.token}
          onDone={() => {
            form.handOver()
            go(paths.map(props.consultation.id))
          }}
        />
      </div>
    </>
  )
}

/** A new contribution: from an empty or kept draft, by way of the outbox, to the thank-you. */
import { createEffect, createSignal, Match, onCleanup, Show, Switch } from 'solid-js'
import type { SubmittedContribution } from '#contract/contribution.ts'
import type { Problem } from '#contract/problem.ts'
import { problemUri } from '#contract/problem-types.ts'
import { paths, useAddress } from '../address.ts'
import { useEscape } from '../session/page.ts'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { ownWords } from '../text/own-words.ts'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ContributionForm } from './contribution-form.tsx'
import { device } from './device.ts'
import { emptyDraft, isComplete, toInput } from './draft.ts'
import { draftRules } from './draft-rules.ts'
import { newIn, newKey, openDraftStore, readStoredDraft } from './draft-store.ts'
import { DraftTools } from './draft-tools.tsx'
import { faultsOfProblem } from './field-faults.ts'
import { createForm } from './form.ts'
import { MyContributions } from './my-contributions.tsx'
import { outbox, outboxEntries, placedAs, watch } from './outbox.ts'
import type { ContributePanelProps } from './port.ts'
import { Thanks } from './thanks.tsx'
import { Waiting } from './waiting.tsx'

type Stage =
  | { readonly is: 'form' }
  | { readonly is: 'waiting'; readonly key: string }
  | { readonly is: 'thanks'; readonly contribution: SubmittedContribution }

export function NewContribution(props: ContributePanelProps) {
  const t = useText(contribute)
  const o = useText(ownWords)
  const { href, go, address } = useAddress()
  const { id } = props.consultation
  const subject = newIn(id)
  const drafts = openDraftStore(device, Date.now)

  const refusedEarlier = takeBackRefused()
  const stored = drafts.list(subject)[0]
  const form = createForm({
    subject,
    drafts,
    start: stored ?? { key: newKey(), draft: emptyDraft },
    rules: draftRules(
      () => props.consultation,
      () => new Date(),
    ),
  })
  const [restored, setRestored] = createSignal(stored !== undefined)
  const [stage, setStage] = createSignal<Stage>({ is: 'form' })
  const [busy, setBusy] = createSignal(false)
  const problemThen = refusedEarlier.get(form.key())
  if (problemThen) form.refuse(faultsOfProblem(problemThen))
  /** The form opens with what the server had against it. */
  const [faultsFirst, setFaultsFirst] = createSignal(problemThen !== undefined)
  const at = address().at
  if (at) {
    form.change({ place: { at: 'geometry', geometry: { type: 'Point', coordinates: at } } })
    form.leave('geometry')
  }
  useEscape(() => go(paths.map(id)))

  /** What the server refused while nobody was looking becomes a draft again, with what was wrong with it. */
  function takeBackRefused(): Map<string, Problem> {
    const found = new Map<string, Problem>()
    for (const { key, problem } of outboxEntries(id)) {
      const entry = problem === null ? undefined : outbox.takeBack(key)
      const draft = entry && readStoredDraft({ key, savedAt: Date.now(), draft: entry.draft })
      if (!entry?.problem || !draft) continue
      drafts.save(subject, key, draft.draft)
      found.set(key, entry.problem)
    }
    return found
  }

  /** Another step of the same panel: as after a move to another page, its heading takes the focus. */
  const show = (next: Stage) => {
    setStage(next)
    queueMicrotask(() => document.querySelector<HTMLElement>('.contribute-panel h1')?.focus())
  }
  const thank = (contribution: SubmittedContribution) => {
    show({ is: 'thanks', contribution })
    props.onSheet('half')
  }
  const refuse = (problem: Problem): 'refused' => {
    form.save()
    const reused = problem.type === problemUri('key-reused')
    if (reused) form.renewKey()
    form.refuse(reused ? [{ field: null, code: problem.type, text: o().problem.keyReused }] : faultsOfProblem(problem))
    return 'refused'
  }

  async function send(): Promise<'done' | 'refused'> {
    const [key, draft, input] = [form.key(), form.draft(), toInput(form.draft())]
    if (!isComplete(input)) throw new TypeError('a draft without faults lacks its kind or place')
    setBusy(true)
    setRestored(false)
    onceGone(watch(key))
    form.handOver()
    const answer = await outbox
      .put({ key, consultation: id, input, draft, queuedAt: Date.now(), problem: null })
      .finally(() => setBusy(false))
    // What was typed after sending is not part of it.
    if (answer.is !== 'refused') form.handOver()
    if (answer.is === 'accepted') thank(answer.contribution)
    else if (answer.is === 'later') show({ is: 'waiting', key })
    else {
      outbox.takeBack(key)
      return refuse(answer.problem)
    }
    return 'done'
  }
  const leavings: (() => void)[] = []
  const onceGone = (run: () => void) => leavings.push(run)
  onCleanup(() => {
    for (const run of leavings) run()
  })

  // What waits may be placed, or refused, while its author looks on.
  createEffect(() => {
    const now = stage()
    if (now.is !== 'waiting') return
    const contribution = placedAs(now.key)
    if (contribution) return thank(contribution)
    const problem = outboxEntries(id).find(({ key }) => key === now.key)?.problem
    if (!problem) return
    outbox.takeBack(now.key)
    setFaultsFirst(true)
    show({ is: 'form' })
    refuse(problem)
  })

  const again = () => {
    setFaultsFirst(false)
    form.restart({ key: newKey(), draft: emptyDraft })
    props.onPlacing(null)
    show({ is: 'form' })
    props.onSheet('full')
  }
  const back = () => ({ href: href(paths.map(id)), label: t().back })

  return (
    <Switch>
      <Match when={stage().is === 'form'}>
        <Panel title={t().title} back={back()} class="contribute-panel">
          <p class="soft">{t().intro}</p>
          <Show when={restored()}>
            <Notice live>
              <p>{o().draft.restored}</p>
            </Notice>
          </Show>
          <DraftTools form={form} drafts={drafts} subject={subject} onOther={() => setRestored(false)} />
          <ContributionForm
            form={form}
            consultation={props.consultation}
            page={props}
            label={t().send}
            busy={busy() ? t().sending : undefined}
            fresh
            faultsFirst={faultsFirst()}
            onSend={send}
          />
          <MyContributions consultation={props.consultation} />
        </Panel>
      </Match>
      <Match when={stage().is === 'waiting'}>
        <Waiting back={back()} onAgain={again} onNow={() => void outbox.flush()} />
      </Match>
      <Match when={thanked(stage())}>
        {(contribution) => (
          <Thanks contribution={contribution()} back={back()} consultation={props.consultation} onAgain={again} />
        )}
      </Match>
    </Switch>
  )
}

const thanked = (stage: Stage) => (stage.is === 'thanks' ? stage.contribution : undefined)

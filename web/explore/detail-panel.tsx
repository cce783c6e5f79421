import { useParams } from '@solidjs/router'
import { createEffect, createMemo, Match, on, onCleanup, Switch } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { ApiProblem, api } from '../api.ts'
import { own, ownToken } from '../contribute/own.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { createLoad } from '../session/load.ts'
import { useEscape } from '../session/page.ts'
import { explore } from '../text/explore.ts'
import { useText } from '../text/index.ts'
import { Failure } from '../ui/failure.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Detail } from './detail.tsx'
import { useShownItems } from './shown-items.ts'

/** One contribution beside the map: fetched by its own address, so that a link to it works wherever the map stands. */
export function DetailPanel() {
  const t = useText(explore)
  const params = useParams<{ id: string }>()
  const { consultation, catalogue } = useConsultation()
  const { href, go } = useAddress()
  const desk = useDesk()
  catalogue()
  const load = createLoad(
    () => params.id,
    (id, signal) => api.contribution(id, ownToken(id), signal),
    { forget: true },
  )
  const contribution = createMemo(() => load.data()?.contribution)
  const gone = () => {
    const error = load.error()
    return error instanceof ApiProblem && (error.status === 404 || error.status === 400)
  }
  const { items, countText } = useShownItems()
  const back = () => ({
    href: href(paths.map(consultation().id)),
    label: items.first.data() ? t().backCount(countText()) : t().back,
  })
  useEscape(() => go(paths.map(consultation().id)))

  createEffect(() => {
    const found = contribution()
    // The themes' first decides the colour; a contribution has at least one.
    const looks = found?.themes[0] && { ...found, theme: found.themes[0] }
    desk?.setSelected({ id: params.id, geometry: found?.geometry ?? null, ...(looks && { looks }) })
  })
  createEffect(() => desk?.setOpened(params.id))
  onCleanup(() => desk?.setSelected(null))
  if (desk?.sheet() === 'peek') desk.setSheet('half')
  // What a moderator has done meanwhile is news for this device's own copy.
  createEffect(
    on(contribution, (found) => {
      const kept = found && own.list().find((one) => one.id === found.id)?.contribution
      if (kept && (kept.updatedAt !== found.updatedAt || kept.state !== found.state)) own.update(found)
    }),
  )
  return (
    <Switch>
      <Match when={contribution()} keyed>
        {(found) => <Detail contribution={found} back={back()} />}
      </Match>
      <Match when={gone()}>
        <Panel title={t().goneTitle} back={back()}>
          <p>{t().goneText}</p>
        </Panel>
      </Match>
      <Match when={load.error() !== undefined}>
        <Panel title={t().title} back={back()}>
          <Failure error={load.error()} onRetry={load.retry} />
        </Panel>
      </Match>
      <Match when={true}>
        <div class="panel">
          <Skeleton rows={4} label={t().detailLoading} />
        </div>
      </Match>
    </Switch>
  )
}

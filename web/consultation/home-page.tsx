import { useNavigate } from '@solidjs/router'
import { createEffect, For, Match, Show, Switch } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { api } from '../api.ts'
import { createLoad } from '../session/load.ts'
import { consultationText } from '../text/consultation.ts'
import { formatDay, formatNumber } from '../text/dates.ts'
import { language, useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { Chip } from '../ui/chip.tsx'
import { Failure } from '../ui/failure.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { SimplePage } from './simple-page.tsx'

/** Where everybody starts: with one consultation that is its map, with more a choice. */
export function HomePage() {
  const t = useText(consultationText)
  const s = useText(shell)
  const navigate = useNavigate()
  const { href } = useAddress()
  const load = createLoad(
    () => true,
    (_, signal) => api.consultations(signal),
  )
  createEffect(() => {
    const [first, second] = load.data()?.consultations ?? []
    if (first && !second) navigate(href(paths.map(first.id)), { replace: true })
  })
  return (
    <SimplePage title={t().homeTitle}>
      <Switch>
        <Match when={load.error() !== undefined}>
          <Failure error={load.error()} onRetry={load.retry} />
        </Match>
        <Match when={load.data()?.consultations.length === 0}>
          <p>{t().homeEmpty}</p>
        </Match>
        <Match when={(load.data()?.consultations.length ?? 0) > 1}>
          <p>{t().homeLead}</p>
          <ul class="plain stack">
            <For each={load.data()?.consultations}>
              {(one) => (
                <li class="card">
                  <h2>
                    <a href={href(paths.map(one.id))} lang="nl">
                      {one.title}
                    </a>
                  </h2>
                  <p lang="nl">{one.question}</p>
                  <p class="small soft">
                    {t().until(formatDay(one.period.end, language()))} · {one.authority.name} ·{' '}
                    {t().contributions(formatNumber(one.totals.contributions, language()), one.totals.contributions === 1)}
                  </p>
                  <Show when={one.example}>
                    <Chip class="chip-example">{s().example}</Chip>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Match>
        <Match when={true}>
          <Skeleton rows={3} label={s().loading} />
        </Match>
      </Switch>
    </SimplePage>
  )
}

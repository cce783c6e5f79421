import { For, Match, type ParentProps, Show, Switch } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { explore } from '../text/explore.ts'
import { useText } from '../text/index.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Item } from './item.tsx'
import type { Items } from './items.ts'
import { countFilters, noFilter } from './query.ts'

/** The list itself, or what there is instead: shapes while it loads, how to go on when it is empty or failed. */
export function ContributionList(
  props: ParentProps<{ readonly items: Items; readonly inView: boolean; readonly onShowAll?: () => void }>,
) {
  const t = useText(explore)
  return (
    <Switch>
      <Match when={props.items.first.error() !== undefined}>
        <Failure error={props.items.first.error()} onRetry={props.items.first.retry} />
      </Match>
      <Match when={props.items.first.data() === undefined}>
        <Skeleton rows={6} label={t().loading} />
      </Match>
      <Match when={props.items.features().length === 0}>
        <Empty inView={props.inView} {...(props.onShowAll ? { onShowAll: props.onShowAll } : {})} />
      </Match>
      <Match when={true}>
        <Show when={props.children} fallback={<Rows items={props.items} />}>
          {props.children}
        </Show>
        <MoreButton items={props.items} />
      </Match>
    </Switch>
  )
}

function Rows(props: { readonly items: Items }) {
  return (
    <ul class="plain items" aria-busy={props.items.first.loading()}>
      <For each={props.items.features()}>{(feature) => <Item feature={feature} />}</For>
    </ul>
  )
}

function MoreButton(props: { readonly items: Items }) {
  const t = useText(explore)
  return (
    <Show when={props.items.hasMore()}>
      <div class="more">
        <Show when={props.items.moreError() !== undefined}>
          <Failure error={props.items.moreError()} onRetry={props.items.more} />
        </Show>
        <Button disabled={props.items.moreLoading()} onClick={props.items.more}>
          {props.items.moreLoading() ? t().moreLoading : t().more}
        </Button>
      </div>
    </Show>
  )
}

function Empty(props: { readonly inView: boolean; readonly onShowAll?: () => void }) {
  const t = useText(explore)
  const { consultation } = useConsultation()
  const { address, change, href } = useAddress()
  const filtered = () => countFilters(address()) > 0
  return (
    <div class="empty stack-small">
      <h2>{filtered() ? t().emptyFilterTitle : props.inView ? t().emptyViewTitle : t().emptyTitle}</h2>
      <p>{filtered() ? t().emptyFilterText : props.inView ? t().emptyViewText : t().emptyText}</p>
      <div class="row">
        <Show when={filtered()}>
          <Button icon="close" onClick={() => change(noFilter)}>
            {t().clear}
          </Button>
        </Show>
        <Show when={props.inView && props.onShowAll}>
          {(showAll) => (
            <Button icon="maximize" onClick={() => showAll()()}>
              {t().showAll}
            </Button>
          )}
        </Show>
        <Show when={!filtered() && !props.inView}>
          <ButtonLink icon="plus" href={href(paths.contribute(consultation().id))}>
            {t().first}
          </ButtonLink>
        </Show>
      </div>
    </div>
  )
}

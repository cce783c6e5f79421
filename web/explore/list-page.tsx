import { For, Show } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useHeadingFocus, useTitle } from '../session/page.ts'
import { formatMomentShort } from '../text/dates.ts'
import { explore } from '../text/explore.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ThemeChip } from '../ui/chip.tsx'
import { Page } from '../ui/page.tsx'
import { ActiveFilters } from './active-filters.tsx'
import { ContributionList } from './contribution-list.tsx'
import { useCountText } from './count.ts'
import { Filters } from './filters.tsx'
import { Pin } from './item.tsx'
import { createItems, type Items } from './items.ts'
import './list-page.css'

/** The list as a page of its own, without the map: all contributions, as a table where there is room. */
export function ListPage() {
  const t = useText(explore)
  const s = useText(shell)
  const { consultation, download } = useConsultation()
  const { address, href } = useAddress()
  const items = createItems(() => ({
    consultation: consultation().id,
    filter: address(),
    bounds: null,
    published: consultation().totals.contributions,
  }))
  const countText = useCountText(items, () => false)
  let heading: HTMLHeadingElement | undefined
  useTitle(() => t().inList(consultation().title))
  useHeadingFocus(() => heading)
  return (
    <Page>
      <div class="list-page-head">
        <div>
          <h1 ref={heading} tabindex="-1">
            {t().title}
          </h1>
          <p class="soft" aria-live="polite">
            {items.first.data() ? countText() : ' '}
          </p>
        </div>
        <div class="row">
          <Button icon="download" onClick={download}>
            {s().download}
          </Button>
          <ButtonLink icon="plus" look="primary" href={href(paths.contribute(consultation().id))}>
            {s().contribute}
          </ButtonLink>
        </div>
      </div>
      <details class="list-page-filters">
        <summary>{t().filter}</summary>
        <Filters />
      </details>
      <ActiveFilters features={items.features()} />
      <ContributionList items={items} inView={false}>
        <Table items={items} />
      </ContributionList>
    </Page>
  )
}

/** On a narrow screen layout turns each row into a block; roles keep it a table for screen readers. */
function Table(props: { readonly items: Items }) {
  const t = useText(explore)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const villageOf = (id: string | null) => consultation().villages.find((one) => one.id === id)?.name
  return (
    <table class="table" aria-busy={props.items.first.loading()}>
      <caption class="hidden-text">{t().title}</caption>
      <thead>
        <tr>
          <th scope="col">{t().table.title}</th>
          <th scope="col">{t().table.kind}</th>
          <th scope="col">{t().table.theme}</th>
          <th scope="col">{t().table.village}</th>
          <th scope="col">{t().table.role}</th>
          <th scope="col">{t().table.outcome}</th>
          <th scope="col">{t().table.date}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.items.features()}>
          {({ id, properties: it }) => (
            <tr>
              <th scope="row">
                <a class="table-title" href={href(paths.contribution(consultation().id, id))}>
                  <Pin feature={it} />
                  <span lang="nl">{it.title}</span>
                </a>
              </th>
              <td>{vocabulary().kinds[it.kind].label}</td>
              <td>
                <span class="row">
                  <For each={it.themes}>{(theme) => <ThemeChip theme={theme} />}</For>
                </span>
              </td>
              <td>
                <Show when={villageOf(it.village) ?? it.villageName} fallback={t().noVillage}>
                  {(name) => name()}
                </Show>
              </td>
              <td>{vocabulary().roles[it.role]}</td>
              <td>{vocabulary().outcomes[it.outcome]}</td>
              <td class="nowrap">
                <time datetime={it.createdAt}>{formatMomentShort(it.createdAt, language())}</time>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

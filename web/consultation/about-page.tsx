import { For, Show } from 'solid-js'
import { kinds } from '#contract/kinds/registry.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useHeadingFocus, useTitle } from '../session/page.ts'
import { consultationText } from '../text/consultation.ts'
import { formatNumber } from '../text/dates.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ThemeChip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { periodText } from './period.ts'

/** What is asked, until when, who decides, what happens with a contribution, and where formal views go. */
export function AboutPage() {
  const t = useText(consultationText)
  const s = useText(shell)
  const { consultation, download } = useConsultation()
  const { href } = useAddress()
  const it = consultation
  let heading: HTMLHeadingElement | undefined
  useTitle(() => it().title)
  useHeadingFocus(() => heading)
  return (
    <Page>
      <div class="page-text about">
        <h1 ref={heading} tabindex="-1" lang="nl">
          {it().title}
        </h1>
        <Show when={it().example}>
          <Notice look="warm">
            <p>{t().example}</p>
          </Notice>
        </Show>
        <p class="about-question" lang="nl">
          {it().question}
        </p>
        <p class="lines" lang="nl">
          {it().description}
        </p>
        <dl class="about-facts">
          <div>
            <dt>{t().period}</dt>
            <dd>{periodText(it().period, new Date())}.</dd>
          </div>
          <div>
            <dt>{t().decides}</dt>
            <dd lang="nl">{it().decides}</dd>
          </div>
        </dl>
        <Doors />
        <h2>{t().themes}</h2>
        <div class="row">
          <For each={it().themes}>{(theme) => <ThemeChip theme={theme} />}</For>
        </div>
        <h2>{t().kinds}</h2>
        <ul class="plain about-kinds">
          <For each={it().kinds}>
            {(kind) => (
              <li>
                <Icon name={kinds[kind].icon} /> {vocabulary().kinds[kind].choice}
              </li>
            )}
          </For>
        </ul>
        <h2>{t().followUp}</h2>
        <ol class="steps" lang="nl">
          <For each={it().followUp}>{(step) => <li>{step}</li>}</For>
        </ol>
        <h2>{t().rules}</h2>
        <ul class="rules">
          <li>{t().rule.open}</li>
          <li>{t().rule[it().moderation]}</li>
          <li>{t().rule.names}</li>
          <li>{t().rule.kind}</li>
          <li>{t().rule.change}</li>
        </ul>
        <Notice look="warm" title={t().formal}>
          <p lang="nl">{it().formalRoute}</p>
        </Notice>
        <h2>{t().authority}</h2>
        <p>
          {it().authority.name}. {t().contactAt} <Contact address={it().authority.contact} />
        </p>
        <h2>{t().licence}</h2>
        <p>
          {t().licenceText} <a href={it().licence.href}>{it().licence.title}</a>.{' '}
          {t().contributions(formatNumber(it().totals.contributions, language()), it().totals.contributions === 1)}.
        </p>
        <div class="row">
          <Button icon="download" onClick={download}>
            {s().download}
          </Button>
          <ButtonLink icon="list" href={href(paths.list(it().id))}>
            {s().listWithoutMap}
          </ButtonLink>
        </div>
      </div>
    </Page>
  )
}

function Doors() {
  const t = useText(consultationText)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  return (
    <nav class="doors" aria-label={t().doors}>
      <a class="door" href={href(paths.map(consultation().id))}>
        <Icon name="map" />
        <span>{t().doorMap}</span>
      </a>
      <a class="door door-primary" href={href(paths.contribute(consultation().id))}>
        <Icon name="plus" />
        <span>{t().doorContribute}</span>
      </a>
      <a class="door" href={href(paths.documents(consultation().id))} aria-describedby="vision-means">
        <Icon name="book" />
        <span>{t().doorVision}</span>
      </a>
      <p id="vision-means" class="small soft doors-note">
        {t().visionMeans}
      </p>
    </nav>
  )
}

/** An e-mail address or a web address as a link, anything else as text. */
function Contact(props: { readonly address: string }) {
  const link = () =>
    /^https?:\/\//.test(props.address)
      ? props.address
      : /^[^\s@]+@[^\s@]+$/.test(props.address)
        ? `mailto:${props.address}`
        : undefined
  return (
    <Show when={link()} fallback={props.address}>
      {(href) => <a href={href()}>{props.address}</a>}
    </Show>
  )
}

import { createSignal, createUniqueId, Show } from 'solid-js'
import { useAddress } from '../address.ts'
import { api } from '../api.ts'
import { countFilters, downloadHref, itemsQuery, noFilter } from '../explore/query.ts'
import { useConsultation } from '../session/consultation.ts'
import { createLoad } from '../session/load.ts'
import { formatNumber } from '../text/dates.ts'
import { language, useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import './plan.css'

/** So many contributions are counted by asking for them; above that only the file itself knows. */
const countedAtMost = 1000

/** Everything, or what the filters leave, as a real link to a file. */
export function DownloadDialog(props: { readonly onClose: () => void }) {
  const t = useText(plan)
  const { consultation } = useConsultation()
  const { address } = useAddress()
  const name = createUniqueId()
  const filtered = () => countFilters(address()) > 0
  const [part, setPart] = createSignal(filtered())
  const count = createLoad(
    () => (filtered() ? itemsQuery(address(), null, countedAtMost).toString() : undefined),
    async (query, signal) => {
      const page = await api.items(consultation().id, new URLSearchParams(query), signal)
      const more = page.links.some((link) => link.rel === 'next')
      return page.numberMatched ?? (more ? null : page.features.length)
    },
  )
  const all = () => consultation().totals.contributions
  const number = (value: number) => formatNumber(value, language())
  const filteredText = () => {
    const found = count.data()
    return typeof found === 'number' ? t().downloadFilteredCount(number(found), found === 1) : t().downloadFiltered
  }
  const items = () => new URL(`/api/v1/collections/${consultation().id}/items`, location.origin).href
  return (
    <Dialog title={t().download} onClose={props.onClose}>
      <div class="stack">
        <p>{t().downloadIntro}</p>
        <fieldset>
          <legend class="field-legend">{t().downloadWhat}</legend>
          <label class="check">
            <input type="radio" name={name} checked={!part()} onChange={() => setPart(false)} />
            <span>{t().downloadAll(number(all()), all() === 1)}</span>
          </label>
          <Show when={filtered()} fallback={<p class="small soft">{t().downloadNoFilter}</p>}>
            <label class="check">
              <input type="radio" name={name} checked={part()} onChange={() => setPart(true)} />
              <span>{filteredText()}</span>
            </label>
          </Show>
        </fieldset>
        <dl class="facts">
          <div>
            <dt>{t().downloadFormat}</dt>
            <dd>{t().downloadFormatText}</dd>
          </div>
          <div>
            <dt>{t().licence}</dt>
            <dd>
              <a href={consultation().licence.href}>{consultation().licence.title}</a>
            </dd>
          </div>
        </dl>
        <p class="small soft">{t().downloadHolds}</p>
        <ButtonLink
          look="primary"
          icon="download"
          download=""
          href={downloadHref(consultation().id, part() ? address() : noFilter)}
          target="_self"
          rel="external"
        >
          {t().downloadGo}
        </ButtonLink>
        <p class="small soft">
          {t().downloadElse} <code class="code">{items()}</code>
        </p>
      </div>
    </Dialog>
  )
}

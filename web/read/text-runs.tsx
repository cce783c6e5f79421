import { For, type JSX, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { markIds, TextRun } from '#contract/document-text.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { language, useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Icon } from '../ui/icon.tsx'
import { MarkedText } from './marked-text.tsx'
import { around, layersOnTop, roomOfMap, viewOf } from './on-map.ts'
import { useReading } from './reading.ts'

const tags = { bold: 'strong', italic: 'em', underline: 'u', sub: 'sub', sup: 'sup' } as const satisfies Readonly<
  Record<(typeof markIds)[number], string>
>

/** A line of text: its marks, its links, and the words that are looked for. */
export function Runs(props: { readonly runs: readonly TextRun[] }) {
  return <For each={props.runs}>{(run) => <Linked run={run} />}</For>
}

function Linked(props: { readonly run: TextRun }) {
  const { document } = useReading()
  const { consultation } = useConsultation()
  const { href } = useAddress()
  return (
    <Switch fallback={<Words run={props.run} />}>
      <Match when={props.run.element}>
        {(element) => (
          <a href={href(paths.passage(consultation().id, document().id, element()))}>
            <Words run={props.run} />
          </a>
        )}
      </Match>
      <Match when={props.run.layers}>
        {(layers) => (
          <LayerLink layers={layers()}>
            <Words run={props.run} />
          </LayerLink>
        )}
      </Match>
      <Match when={props.run.href}>
        {(address) => (
          <a href={address()} rel="external noopener noreferrer">
            <Words run={props.run} />
          </a>
        )}
      </Match>
    </Switch>
  )
}

function Words(props: { readonly run: TextRun }) {
  const marked = (marks: readonly (typeof markIds)[number][]): JSX.Element => {
    const [mark, ...rest] = marks
    return mark === undefined ? <Text text={props.run.text} /> : <Dynamic component={tags[mark]}>{marked(rest)}</Dynamic>
  }
  return marked(props.run.marks ?? [])
}

/** Text with the words that are looked for standing out. */
export function Text(props: { readonly text: string }) {
  const { marked } = useReading()
  return (
    <Show when={marked?.()} fallback={props.text}>
      {(mark) => <MarkedText text={props.text} spans={mark()(props.text)} />}
    </Show>
  )
}

/** Words that name areas on the map: beside the map they are switched on and brought into view, elsewhere the link leads there. */
function LayerLink(props: { readonly layers: readonly string[]; readonly children: JSX.Element }) {
  const t = useText(read)
  const { document } = useReading()
  const { consultation } = useConsultation()
  const { address, href, change } = useAddress()
  const desk = useDesk()
  const bounds = () => {
    const named = document().layers.filter((layer) => props.layers.includes(layer.id))
    return around(named.map((layer) => layer.bounds)) ?? document().bounds
  }
  const layers = () => {
    const now = address().layers ?? consultation().layers.map((id) => ({ id, opacity: 1 }))
    return layersOnTop(now, props.layers)
  }
  const there = () => {
    const { width, height } = roomOfMap(window.innerWidth, window.innerHeight)
    return href(paths.map(consultation().id), { layers: layers(), view: viewOf(bounds(), width, height) })
  }
  const show = (event: MouseEvent) => {
    if (!desk || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    change({ layers: layers() })
    if (desk.sheet() === 'full') desk.setSheet('half')
    desk.commands()?.fit(bounds())
  }
  return (
    <a class="text-layer" href={there()} onClick={show}>
      {props.children}
      <Icon name="layers" />
      <span class="hidden-text" lang={language()}>
        {' '}
        ({t().showOnMap})
      </span>
    </a>
  )
}

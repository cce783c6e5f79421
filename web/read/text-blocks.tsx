import { createUniqueId, For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { TextBlock } from '#contract/document-text.ts'
import { language, useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Runs } from './text-runs.tsx'
import { plainRuns } from './text-tree.ts'

/** Headings go down to h6; what lies deeper stays there. */
export const headingTag = (level: number): `h${number}` => `h${Math.min(6, Math.max(1, level))}`

type Of<K extends TextBlock['kind']> = Extract<TextBlock, { kind: K }>

/** Paragraphs, lists, tables and the like, one after another. `level` is that of a heading among them. */
export function Blocks(props: { readonly blocks: readonly TextBlock[]; readonly level: number }) {
  return <For each={props.blocks}>{(block) => <Block block={block} level={props.level} />}</For>
}

function Block(props: { readonly block: TextBlock; readonly level: number }) {
  const block = props.block
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      )
    case 'heading':
      return (
        <Dynamic component={headingTag(props.level)} class="text-subheading">
          <Runs runs={block.runs} />
        </Dynamic>
      )
    case 'list':
      return <List list={block} level={props.level} />
    case 'terms':
      return (
        <dl class="text-terms">
          <For each={block.terms}>
            {({ term, blocks }) => (
              <div>
                <dt>
                  <Runs runs={term} />
                </dt>
                <dd class="text-meaning">
                  <Blocks blocks={blocks} level={props.level} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      )
    case 'table':
      return <Table table={block} level={props.level} />
    case 'figure':
      return <Figure figure={block} />
    case 'box':
      return (
        <div class="text-box">
          <Show when={block.title.length > 0}>
            <Dynamic component={headingTag(props.level)} class="text-subheading">
              <Runs runs={block.title} />
            </Dynamic>
          </Show>
          <Blocks blocks={block.blocks} level={props.level + (block.title.length > 0 ? 1 : 0)} />
        </div>
      )
  }
}

/** The numbers are the document's own: they are text, not the browser's. */
function List(props: { readonly list: Of<'list'>; readonly level: number }) {
  return (
    <>
      <Show when={props.list.lead.length > 0}>
        <p>
          <Runs runs={props.list.lead} />
        </p>
      </Show>
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers, WebKit calls it a list only when told so */}
      <ul class="plain text-list" role="list">
        <For each={props.list.items}>
          {(item) => (
            <li>
              <span class="text-number">{item.number === '' ? '–' : item.number}</span>
              <div class="text-numbered">
                <Blocks blocks={item.blocks} level={props.level} />
              </div>
            </li>
          )}
        </For>
      </ul>
    </>
  )
}

/** Wider than a phone: it scrolls by itself, also by keyboard. */
function Table(props: { readonly table: Of<'table'>; readonly level: number }) {
  const t = useText(read)
  const id = createUniqueId()
  const titled = () => plainRuns(props.table.title) !== ''
  const rows = (head: boolean) => props.table.rows.filter((row) => row.head === head)
  const row = (cells: Of<'table'>['rows'][number]['cells'], cell: 'th' | 'td') => (
    <tr>
      <For each={cells}>
        {(one) => (
          <Dynamic
            component={cell}
            class="text-cell"
            scope={cell === 'th' ? 'col' : undefined}
            colSpan={one.columns > 1 ? one.columns : undefined}
            rowSpan={one.rows > 1 ? one.rows : undefined}
          >
            <Blocks blocks={one.blocks} level={props.level} />
          </Dynamic>
        )}
      </For>
    </tr>
  )
  return (
    <section
      class="text-table"
      tabindex="0"
      aria-labelledby={titled() ? id : undefined}
      aria-label={titled() ? undefined : t().table}
    >
      <table>
        <Show when={titled()}>
          <caption id={id}>
            <Runs runs={props.table.title} />
          </caption>
        </Show>
        <Show when={rows(true).length > 0}>
          <thead>
            <For each={rows(true)}>{({ cells }) => row(cells, 'th')}</For>
          </thead>
        </Show>
        <tbody>
          <For each={rows(false)}>{({ cells }) => row(cells, 'td')}</For>
        </tbody>
      </table>
    </section>
  )
}

/** The image is not here: what it shows, as far as the document says so, and where it is to be found. */
function Figure(props: { readonly figure: Of<'figure'> }) {
  const t = useText(read)
  return (
    <figure class="text-figure">
      <p class="small soft" lang={language()}>
        {t().figure}
        <Show when={props.figure.caption.length === 0 && props.figure.alternative === ''}> {props.figure.name}</Show>.{' '}
        {t().figureAbsent}
      </p>
      <Show when={props.figure.alternative}>{(alternative) => <p>{alternative()}</p>}</Show>
      <Show when={props.figure.caption.length > 0}>
        <figcaption>
          <Runs runs={props.figure.caption} />
        </figcaption>
      </Show>
    </figure>
  )
}

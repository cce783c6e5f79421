/** Running text: words with marks and links. */
import type { markIds, TextRun } from '#contract/document-text.ts'
import { plainText, type TextNode } from './text-tree.ts'

/** Where references of one text lead. */
export interface TextTargets {
  /** @param reference eId or wId @returns id of the element that holds it */
  element(reference: string): string | undefined
  /** @param reference eId or wId of an ExtIoRef, or a GIO's own address @returns ids of layers; undefined when the reference leads nowhere */
  layers(reference: string): readonly string[] | undefined
  /** A reference that leads nowhere. */
  broken(kind: string, reference: string, text: string): void
}

type Mark = (typeof markIds)[number]
type Style = Omit<TextRun, 'text'>

const marks: Readonly<Record<string, Mark>> = { b: 'bold', strong: 'bold', i: 'italic', u: 'underline', sub: 'sub', sup: 'sup' }

/** White space as HTML has it: any row of it is one space, none at either end. A `br` is a line feed. */
export function runsOf(node: TextNode, targets: TextTargets): TextRun[] {
  const runs: TextRun[] = []
  collect(node, {}, targets, runs)
  const merged: TextRun[] = []
  for (const run of runs) {
    const text = run.text === '\n' ? run.text : run.text.replaceAll(/\s+/g, ' ')
    const last = merged.at(-1)
    const spaced = /\s$/.test(last?.text ?? ' ') ? text.replace(/^ +/, '') : text
    if (spaced === '') continue
    if (last && sameStyle(last, run)) last.text += spaced
    else merged.push({ ...run, text: spaced })
  }
  const end = merged.at(-1)
  if (end) end.text = end.text.trimEnd()
  return merged.filter(({ text }) => text !== '')
}

function collect(node: TextNode, style: Style, targets: TextTargets, runs: TextRun[]): void {
  for (const part of node.content) {
    if (typeof part === 'string') runs.push({ ...style, text: part })
    else if (part.name === 'br') runs.push({ ...style, text: '\n' })
    else if (part.name === 'Noot') {
      // In place: a page of passages has no foot.
      const words = part.content.filter((inner) => typeof inner !== 'string' && inner.name === 'Al')
      runs.push({ ...style, text: ` (${words.map((word) => (typeof word === 'string' ? word : plainText(word))).join(' ')})` })
    } else collect(part, styleIn(part, style, targets), targets, runs)
  }
}

function styleIn(node: TextNode, style: Style, targets: TextTargets): Style {
  const mark = marks[node.name]
  if (mark) return style.marks?.includes(mark) ? style : { ...style, marks: [...(style.marks ?? []), mark] }
  const reference = node.attributes.get('ref') ?? ''
  if (node.name === 'IntRef') {
    const element = targets.element(reference)
    if (element !== undefined) return { ...style, element }
    targets.broken(node.name, reference, plainText(node))
  } else if (node.name === 'IntIoRef' || node.name === 'ExtIoRef') {
    const layers = targets.layers(reference)
    if (layers === undefined) targets.broken(node.name, reference, plainText(node))
    else if (layers.length > 0) return { ...style, layers: [...layers] }
  } else if (node.name === 'ExtRef' && /^https?:\/\//i.test(reference)) return { ...style, href: reference }
  return style
}

function sameStyle(one: TextRun, other: TextRun): boolean {
  const style = ({ marks: of = [], element, layers = [], href }: TextRun) => JSON.stringify([of, element, layers, href])
  return style(one) === style(other)
}

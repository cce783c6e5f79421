/** Blocks of text: paragraphs, lists, tables, figures, terms and boxes. */
import type { TextBlock } from '#contract/document-text.ts'
import { runsOf, type TextTargets } from './text-runs.ts'
import { childOf, childrenOf, plainText, type TextNode } from './text-tree.ts'

/** Blocks in an element, in their order; a wrapper that says nothing itself is passed through. */
function blocksIn(node: TextNode, targets: TextTargets): TextBlock[] {
  return childrenOf(node).flatMap((child) => blocksOf(child, targets))
}

export function blocksOf(node: TextNode, targets: TextTargets): TextBlock[] {
  const runs = (of: TextNode | undefined) => (of ? runsOf(of, targets) : [])
  switch (node.name) {
    case 'Al':
    case 'Wat':
    case 'Tussenkop': {
      const own = runs(node)
      return own.length > 0 ? [{ kind: node.name === 'Tussenkop' ? 'heading' : 'paragraph', runs: own }] : []
    }
    case 'Gereserveerd':
      return [{ kind: 'paragraph', runs: [{ text: '(Gereserveerd)', marks: ['italic'] }] }]
    case 'Vervallen':
      return [{ kind: 'paragraph', runs: [{ text: '(Vervallen)', marks: ['italic'] }] }]
    case 'Lijst':
      return [{ kind: 'list', lead: runs(childOf(node, 'Lijstaanhef')), items: itemsOf(node, targets) }]
    case 'Begrippenlijst':
      return [{ kind: 'terms', terms: termsOf(node, targets) }]
    case 'table':
      return [{ kind: 'table', title: runs(childOf(node, 'title')), rows: rowsOf(node, targets) }]
    case 'Figuur': {
      const image = childOf(node, 'Illustratie')?.attributes
      const caption = runs(childOf(node, 'Bijschrift') ?? childOf(node, 'Titel'))
      return [{ kind: 'figure', name: image?.get('naam') ?? '', caption, alternative: image?.get('alt') ?? '' }]
    }
    case 'Kadertekst':
      return [{ kind: 'box', title: runs(childOf(childOf(node, 'Kop') ?? node, 'Opschrift')), blocks: blocksIn(node, targets) }]
    case 'Kop':
    case 'LidNummer':
    case 'LiNummer':
    case 'Lijstaanhef':
      return []
    default:
      // Words that stand in an element of another name, such as `Considerans.al`, are a paragraph all the same.
      return node.content.some((part) => typeof part === 'string' && part.trim() !== '')
        ? [{ kind: 'paragraph', runs: runs(node) }]
        : blocksIn(node, targets)
  }
}

function itemsOf(list: TextNode, targets: TextTargets) {
  return childrenOf(list)
    .filter(({ name }) => name === 'Li')
    .map((item) => ({ number: plainText(childOf(item, 'LiNummer')), blocks: blocksIn(item, targets) }))
}

function termsOf(list: TextNode, targets: TextTargets) {
  return childrenOf(list)
    .filter(({ name }) => name === 'Begrip')
    .map((entry) => {
      const term = childOf(entry, 'Term')
      const definition = childOf(entry, 'Definitie')
      return { term: term ? runsOf(term, targets) : [], blocks: definition ? blocksIn(definition, targets) : [] }
    })
}

/** CALS: columns are named by `colspec`, spans by the names of their first and last column. */
function rowsOf(table: TextNode, targets: TextTargets) {
  return childrenOf(table)
    .filter(({ name }) => name === 'tgroup')
    .flatMap((group) => {
      const parts = childrenOf(group)
      const columns = parts.filter(({ name }) => name === 'colspec').map(({ attributes }) => attributes.get('colname') ?? '')
      return parts
        .filter(({ name }) => name === 'thead' || name === 'tbody')
        .flatMap((part) =>
          childrenOf(part)
            .filter(({ name }) => name === 'row')
            .map((row) => ({
              head: part.name === 'thead',
              cells: childrenOf(row).map((cell) => ({
                blocks: blocksIn(cell, targets),
                columns: spanOf(cell, columns),
                rows: 1 + whole(cell.attributes.get('morerows')),
              })),
            })),
        )
    })
}

function spanOf({ attributes }: TextNode, columns: readonly string[]): number {
  const [from, to] = [columns.indexOf(attributes.get('namest') ?? ''), columns.indexOf(attributes.get('nameend') ?? '')]
  return from >= 0 && to > from ? to - from + 1 : 1
}

/** Rows that a cell spans beyond its own; what is no sensible number is none. */
function whole(text: string | undefined): number {
  const number = Number(text ?? 0)
  return Number.isInteger(number) && number > 0 && number <= 1000 ? number : 0
}

/**
 * The text of a document, as `/geodata/{Document.text}` holds it: a tree of elements (chapters, articles, passages), each with its blocks.
 * Never HTML: a page makes its own elements of it.
 */
import * as z from 'zod/mini'

export const markIds = ['bold', 'italic', 'underline', 'sub', 'sup'] as const

/** Text that looks alike and leads to one place. */
export const TextRun = z.strictObject({
  text: z.string(),
  marks: z.optional(z.array(z.enum(markIds))),
  /** Id of another element of this text. */
  element: z.optional(z.string()),
  /** Ids of layers that it names. */
  layers: z.optional(z.array(z.string())),
  /** Address on the web: http or https. */
  href: z.optional(z.string()),
})
export type TextRun = z.infer<typeof TextRun>

export type TextBlock =
  | { kind: 'paragraph' | 'heading'; runs: TextRun[] }
  | { kind: 'list'; lead: TextRun[]; items: { number: string; blocks: TextBlock[] }[] }
  | { kind: 'terms'; terms: { term: TextRun[]; blocks: TextBlock[] }[] }
  | {
      kind: 'table'
      title: TextRun[]
      rows: { head: boolean; cells: { blocks: TextBlock[]; columns: number; rows: number }[] }[]
    }
  /** The image itself is not kept: its name, and what it shows where that is said. */
  | { kind: 'figure'; name: string; caption: TextRun[]; alternative: string }
  | { kind: 'box'; title: TextRun[]; blocks: TextBlock[] }

const runs = z.array(TextRun)
const blocks: z.ZodMiniType<TextBlock[]> = z.lazy(() => z.array(TextBlock))

export const TextBlock: z.ZodMiniType<TextBlock> = z.union([
  z.strictObject({ kind: z.enum(['paragraph', 'heading']), runs }),
  z.strictObject({ kind: z.literal('list'), lead: runs, items: z.array(z.strictObject({ number: z.string(), blocks })) }),
  z.strictObject({ kind: z.literal('terms'), terms: z.array(z.strictObject({ term: runs, blocks })) }),
  z.strictObject({
    kind: z.literal('table'),
    title: runs,
    rows: z.array(
      z.strictObject({
        head: z.boolean(),
        cells: z.array(z.strictObject({ blocks, columns: z.int(), rows: z.int() })),
      }),
    ),
  }),
  z.strictObject({ kind: z.literal('figure'), name: z.string(), caption: runs, alternative: z.string() }),
  z.strictObject({ kind: z.literal('box'), title: runs, blocks }),
])

export interface TextElement {
  /** The source's `wId`, unique in the text; `Layer.passages` names these. */
  id: string
  /** As the source calls it: `Divisie`, `Artikel`, `Lid`. */
  kind: string
  /** "Artikel", "Hoofdstuk"; empty without. */
  label: string
  number: string
  heading: string
  blocks: TextBlock[]
  children: TextElement[]
}

export const TextElement: z.ZodMiniType<TextElement> = z.strictObject({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  number: z.string(),
  heading: z.string(),
  blocks,
  children: z.lazy(() => z.array(TextElement)),
})

/** A layer that a passage governs: whole, or only some zones of it. */
export const Governed = z.strictObject({
  layer: z.string(),
  zones: z.optional(z.array(z.string())),
  /** What `zones` are called, in their order: a list of them needs no map. */
  titles: z.optional(z.array(z.string())),
})
export type Governed = z.infer<typeof Governed>

export const DocumentText = z.strictObject({
  title: z.string(),
  elements: z.array(TextElement),
  /** Which zones a passage governs, by the passage's id; only passages that govern any. */
  governs: z.optional(z.record(z.string(), z.array(Governed))),
})
export type DocumentText = z.infer<typeof DocumentText>

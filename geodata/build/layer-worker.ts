/** A thread that works on layers; `workshop.ts` starts it and speaks with it. */
import { parentPort } from 'node:worker_threads'
import { type Drawing, type LayerJob, type LayerResult, tilesOfDrawing, workOn, type ZoomRange } from './layer-work.ts'
import type { EncodedTile } from './tile-layer.ts'

/** `ticket` numbers the questions to a thread, so that answers find them. */
export type Question =
  | { readonly ticket: number; readonly kind: 'layer'; readonly job: LayerJob }
  | { readonly ticket: number; readonly kind: 'tiles'; readonly id: string; readonly range: ZoomRange }

export type Answer =
  | { readonly ticket: number; readonly kind: 'layer'; readonly result: LayerResult }
  | { readonly ticket: number; readonly kind: 'tiles'; readonly tiles: readonly EncodedTile[] }
  | { readonly ticket: number; readonly kind: 'failed'; readonly error: unknown }

const port = parentPort
if (!port) throw new Error('layer-worker.ts is started as a thread')
/** Kept until the zooms are known, by id of the layer. */
const drawings = new Map<string, Drawing>()

port.on('message', async (question: Question) => {
  const { ticket } = question
  try {
    if (question.kind === 'layer') {
      const { result, drawing } = await workOn(question.job)
      drawings.set(question.job.id, drawing)
      const { bytes, lengths, boxes, kinds } = result.pieces
      const answer: Answer = { ticket, kind: 'layer', result }
      port.postMessage(answer, [bytes.buffer, lengths.buffer, boxes.buffer, kinds.buffer])
      return
    }
    const drawing = drawings.get(question.id)
    if (!drawing) throw new Error(`${question.id}: not a layer of this thread`)
    const tiles = tilesOfDrawing(drawing, question.range)
    const answer: Answer = { ticket, kind: 'tiles', tiles }
    port.postMessage(
      answer,
      tiles.map(({ bytes }) => bytes.buffer),
    )
  } catch (error) {
    const answer: Answer = { ticket, kind: 'failed', error }
    port.postMessage(answer)
  }
})

/**
 * Gives out the work on layers: small documents are made in this thread, of larger ones each layer goes to one of a few others, which keeps what its tiles are made of.
 * Whoever does it, the result is the same.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Drawing, type LayerJob, type LayerResult, tilesOfDrawing, workOn, type ZoomRange } from './layer-work.ts'
import type { Answer, Question } from './layer-worker.ts'
import type { EncodedTile } from './tile-layer.ts'

/** Positions that are dealt with in this thread before others are started: they take 0.3 s, about what starting one does. */
const before = 50_000
const mostThreads = 4
/** Layers that a thread has at once: one waits for the disk while it works on the other. */
const atOnce = 2

type Asked =
  | { readonly kind: 'layer'; readonly job: LayerJob }
  | { readonly kind: 'tiles'; readonly id: string; readonly range: ZoomRange }

class Thread {
  readonly #worker = new Worker(new URL('layer-worker.ts', import.meta.url))
  readonly #waiting = new Map<number, { resolve(answer: Answer): void; reject(error: unknown): void }>()
  #tickets = 0
  /** Positions that it was given and has not answered for. */
  load = 0

  constructor() {
    this.#worker.on('message', (answer: Answer) => {
      const asker = this.#waiting.get(answer.ticket)
      this.#waiting.delete(answer.ticket)
      if (answer.kind === 'failed') asker?.reject(answer.error)
      else asker?.resolve(answer)
    })
    const fail = (error: unknown) => {
      for (const { reject } of this.#waiting.values()) reject(error)
      this.#waiting.clear()
    }
    this.#worker.on('error', fail)
    this.#worker.on('exit', (code) => fail(new Error(`a thread that works on layers ended with code ${code}`)))
  }

  get questions(): number {
    return this.#waiting.size
  }

  ask(asked: Asked, transferred: ArrayBuffer[]): Promise<Answer> {
    const ticket = this.#tickets++
    const question: Question = { ticket, ...asked }
    return new Promise((resolve, reject) => {
      this.#waiting.set(ticket, { resolve, reject })
      this.#worker.postMessage(question, transferred)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

export class Workshop {
  readonly #most: number
  readonly #before: number
  readonly #threads: Thread[] = []
  readonly #own = new Map<string, Drawing>()
  readonly #threadOf = new Map<string, Thread>()
  /** Settles when a thread has room. */
  #under: Promise<unknown>[] = []
  #positions = 0

  /** @param threads at most; 0 for all in this one. @param positions dealt with here before others are started */
  constructor(threads: number = Math.min(mostThreads, availableParallelism()), positions: number = before) {
    this.#most = threads > 1 ? threads : 0
    this.#before = positions
  }

  /** Takes a job, when there is room for it. The job's geometry must not be used any more. @returns the promise of its result */
  async give(job: LayerJob): Promise<{ result: Promise<LayerResult> }> {
    const size = job.zones.reduce((sum, { flat }) => sum + flat.length / 2, 0)
    this.#positions += size
    if (this.#most === 0 || this.#positions <= this.#before) {
      const { result, drawing } = await workOn(job)
      this.#own.set(job.id, drawing)
      return { result: Promise.resolve(result) }
    }
    const thread = await this.#room()
    this.#threadOf.set(job.id, thread)
    thread.load += size
    const result = thread
      .ask(
        { kind: 'layer', job },
        job.zones.map(({ flat }) => flat.buffer),
      )
      .then((answer) => {
        thread.load -= size
        if (answer.kind !== 'layer') throw new Error(`${job.id}: answered with ${answer.kind}`)
        return answer.result
      })
    // Who asked may look at it much later; until then its failure is no one else's.
    const settled = result.catch(() => undefined)
    this.#under.push(settled)
    settled.then(() => {
      this.#under = this.#under.filter((other) => other !== settled)
    })
    return { result }
  }

  async tiles(id: string, range: ZoomRange): Promise<readonly EncodedTile[]> {
    const own = this.#own.get(id)
    if (own) return tilesOfDrawing(own, range)
    const answer = await this.#threadOf.get(id)?.ask({ kind: 'tiles', id, range }, [])
    if (answer?.kind !== 'tiles') throw new Error(`${id}: no tiles of it`)
    return answer.tiles
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()))
  }

  /** The thread with the least to do, once one has room. */
  async #room(): Promise<Thread> {
    if (this.#threads.length === 0) for (let index = 0; index < this.#most; index++) this.#threads.push(new Thread())
    for (;;) {
      const free = this.#threads.filter(({ questions }) => questions < atOnce)
      const [first] = free.sort((a, b) => a.load - b.load)
      if (first) return first
      await Promise.race(this.#under)
    }
  }
}

/** The text of a document, fetched when it is first read and kept for as long as the page lives: its name holds a hash of its contents. */
import type { Accessor } from 'solid-js'
import type { Document } from '#contract/catalogue.ts'
import type { DocumentText } from '#contract/document-text.ts'
import { api } from '../api.ts'
import { createLoad, type Load } from '../session/load.ts'

interface Fetch {
  readonly answer: Promise<DocumentText>
  readonly stop: () => void
  waiting: number
}

const kept = new Map<string, DocumentText>()
const underWay = new Map<string, Fetch>()

function begin(file: string): Fetch {
  const controller = new AbortController()
  const answer = api.text(file, controller.signal).then((text) => {
    kept.set(file, text)
    return text
  })
  const fetching: Fetch = { answer, stop: () => controller.abort(), waiting: 0 }
  underWay.set(file, fetching)
  const over = () => {
    if (underWay.get(file) === fetching) underWay.delete(file)
  }
  answer.then(over, over)
  return fetching
}

/**
 * The text in a file that the catalogue names (`Document.text`). All who ask at once share one request; it is broken off when the last of
 * them has given up. A failure is not kept.
 *
 * @throws {ApiProblem | Offline} and an `AbortError` when `signal` says so
 */
export async function loadText(file: string, signal: AbortSignal): Promise<DocumentText> {
  const known = kept.get(file)
  if (known) return known
  signal.throwIfAborted()
  const fetching = underWay.get(file) ?? begin(file)
  fetching.waiting += 1
  return new Promise<DocumentText>((resolve, reject) => {
    const giveUp = () => {
      fetching.waiting -= 1
      if (fetching.waiting === 0) {
        underWay.delete(file)
        fetching.stop()
      }
      reject(signal.reason)
    }
    signal.addEventListener('abort', giveUp, { once: true })
    fetching.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

/** The document's text while a page or panel shows it; nothing is fetched for a document without one. */
export const useDocumentText = (document: Accessor<Document | undefined>): Load<DocumentText> =>
  createLoad(() => document()?.text, loadText, { forget: true })

/** What the API's answer means for an entry of the outbox: placed, to be changed by its author, or to be tried again. */
import { ApiProblem, api, Offline } from '../api.ts'
import type { Answer, OutboxEntry } from './delivery.ts'

/** Timeout, "too early", "too many": these ask to come back, like every fault of the server itself. */
const comeBack = new Set([408, 425, 429])

type Submit = (typeof api)['submit']

export async function sendEntry(entry: OutboxEntry, submit: Submit = api.submit): Promise<Answer> {
  try {
    const contribution = await submit(entry.consultation, entry.input, entry.key)
    // The login page of a village hall's wifi also answers 200: only an id and a token are a receipt.
    const receipt = typeof contribution.id === 'string' && typeof contribution.authorToken === 'string'
    return receipt ? { is: 'accepted', contribution } : { is: 'later' }
  } catch (error) {
    if (error instanceof Offline) return { is: 'later' }
    if (!(error instanceof ApiProblem)) throw error
    if (error.status >= 500 || comeBack.has(error.status)) return { is: 'later' }
    return { is: 'refused', problem: error.problem }
  }
}

/** The API as the pages call it. Every call answers with the contract's type, or throws an `ApiProblem` or `Offline`. */
import type { Catalogue, ZoneList } from '#contract/catalogue.ts'
import type { Consultation, ConsultationList } from '#contract/consultation.ts'
import type {
  Contribution,
  ContributionCollection,
  ContributionDraftInput,
  SubmittedContribution,
} from '#contract/contribution.ts'
import type { DocumentText } from '#contract/document-text.ts'
import type { Position } from '#contract/geometry.ts'
import type { Problem } from '#contract/problem.ts'
import type { ZoneCountList } from '#contract/zone-count.ts'

/** The server answered, and said what was wrong (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.problem = problem
  }
}

/** The server could not be reached, or its answer broke off. */
export class Offline extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause })
    this.name = 'Offline'
  }
}

/** A contribution with the version that an edit must name (`If-Match`). */
export interface Versioned {
  readonly contribution: Contribution
  readonly etag: string
}

const root = '/api/v1'
const seg = encodeURIComponent

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'omit', ...init, headers: { accept: 'application/json', ...init.headers } })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Offline(error)
  }
  if (response.ok) return response
  throw new ApiProblem(await problemOf(response))
}

/** A gateway in between may answer without a problem document; then the status is all we know. */
async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('json')) {
    try {
      const body = (await response.json()) as Partial<Problem>
      if (typeof body.detail === 'string' && typeof body.status === 'number') return body as Problem
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw new Offline(error)
    }
  }
  return { type: 'about:blank', title: response.statusText, status: response.status, detail: `HTTP ${response.status}` }
}

async function json<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await send(path, init)
  try {
    return (await response.json()) as T
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Offline(error)
  }
}

const signalled = (signal?: AbortSignal): RequestInit => (signal ? { signal } : {})
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const jsonBody = (draft: ContributionDraftInput, headers: Record<string, string>, method: string): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(draft),
})
const versioned = async (response: Response): Promise<Versioned> => ({
  contribution: (await response.json()) as Contribution,
  etag: response.headers.get('etag') ?? '',
})

export const api = {
  consultations: (signal?: AbortSignal) => json<ConsultationList>(`${root}/consultations`, signalled(signal)),

  consultation: (id: string, signal?: AbortSignal) => json<Consultation>(`${root}/consultations/${seg(id)}`, signalled(signal)),

  /** A page of contributions; `query` as explore/query.ts builds it. */
  items: (consultation: string, query: URLSearchParams, signal?: AbortSignal) =>
    json<ContributionCollection>(`${root}/collections/${seg(consultation)}/items?${query}`, {
      ...signalled(signal),
      headers: { accept: 'application/geo+json' },
    }),

  /** The next page, by the address that the page before gave. */
  nextItems: (href: string, signal?: AbortSignal) => {
    const url = new URL(href, location.origin)
    return json<ContributionCollection>(url.pathname + url.search, {
      ...signalled(signal),
      headers: { accept: 'application/geo+json' },
    })
  },

  /** With the author's token it is found before it is published, and with its exact place. */
  contribution: async (id: string, token?: string, signal?: AbortSignal): Promise<Versioned> =>
    versioned(
      await send(`${root}/contributions/${seg(id)}`, { ...signalled(signal), headers: token === undefined ? {} : bearer(token) }),
    ),

  /** Which zones of vision, rules and zoning lie at a place. */
  zones: (at: Position, signal?: AbortSignal) => json<ZoneList>(`${root}/zones?at=${at[0]},${at[1]}`, signalled(signal)),

  /** How many contributions lie in zones; `query` names zones, or whole layers. */
  zoneCountsBy: (consultation: string, query: URLSearchParams, signal?: AbortSignal) =>
    json<ZoneCountList>(`${root}/consultations/${seg(consultation)}/zone-counts?${query}`, signalled(signal)),

  /** The same along a line or in an area, with the share that lies in each; `geometry` as well-known text. */
  zonesAlong: (geometry: string, signal?: AbortSignal) =>
    json<ZoneList>(`${root}/zones?${new URLSearchParams({ geometry })}`, signalled(signal)),

  /** Repeating it with the same key gives the first answer and stores nothing twice. */
  submit: (consultation: string, draft: ContributionDraftInput, key: string) =>
    json<SubmittedContribution>(
      `${root}/consultations/${seg(consultation)}/contributions`,
      jsonBody(draft, { 'idempotency-key': key }, 'POST'),
    ),

  edit: async (id: string, draft: ContributionDraftInput, token: string, etag: string): Promise<Versioned> =>
    versioned(await send(`${root}/contributions/${seg(id)}`, jsonBody(draft, { ...bearer(token), 'if-match': etag }, 'PUT'))),

  withdraw: async (id: string, token: string): Promise<void> => {
    await send(`${root}/contributions/${seg(id)}`, { method: 'DELETE', headers: bearer(token) })
  },

  catalogue: (signal?: AbortSignal) => json<Catalogue>('/geodata/catalogue.json', signalled(signal)),

  /** The text of a document, by the file that the catalogue names. */
  text: (file: string, signal?: AbortSignal) => json<DocumentText>(`/geodata/${seg(file)}`, signalled(signal)),
}

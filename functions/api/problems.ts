/** The only place where errors become responses: problem documents (RFC 9457), in Dutch. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { maxFaults, wordFault } from '#contract/faults.ts'
import type { Problem } from '#contract/problem.ts'
import { type ProblemId, type ProblemType, problemTypes, problemUri } from '#contract/problem-types.ts'
import { openToAll, privateCache, securityHeaders } from './headers.ts'
import { Refusal } from './refusal.ts'
import type { ApiResponse } from './respond.ts'
import { withoutSlash } from './route.ts'

/** Errors of the store and of the geodata by name, and what they mean to a client. */
const storeProblems: Readonly<Record<string, ProblemId>> = {
  IdempotencyConflict: 'key-reused',
  VersionConflict: 'version-conflict',
  NotFound: 'not-found',
  Throttled: 'busy',
  GeodataError: 'busy',
}

/** The response to an error. Never throws; what is not a documented refusal is logged without the request's contents, and is a 500. */
export function problemResponse(error: unknown, event: APIGatewayProxyEventV2, log: (entry: object) => void): ApiResponse {
  const refusal = refusalOf(error)
  if (problemTypes[refusal.id].status >= 500) {
    log({ level: 'error', problem: refusal.id, method: event.requestContext.http.method, stack: stackOf(error) })
  }
  const type: ProblemType = problemTypes[refusal.id]
  const problem: Problem = {
    type: problemUri(refusal.id),
    title: type.title,
    status: type.status,
    detail: type.detail + hint(refusal.id, event.rawPath),
    ...(refusal.faults.length > 0 && { errors: refusal.faults.slice(0, maxFaults).map((seed) => wordFault(seed, 'nl')) }),
  }
  return {
    statusCode: type.status,
    headers: {
      ...securityHeaders,
      ...openToAll,
      'cache-control': privateCache,
      'content-language': 'nl',
      'content-type': 'application/problem+json',
      ...(refusal.id === 'busy' && { 'retry-after': '60' }),
      ...(refusal.id === 'author-token-missing' && { 'www-authenticate': 'Bearer realm="vliegwiel"' }),
      ...refusal.headers,
    },
    body: JSON.stringify(problem),
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidPageToken') {
    return new Refusal('invalid-request', { faults: [{ in: 'query', path: ['next'], code: 'badPageToken' }] })
  }
  return new Refusal((Object.hasOwn(storeProblems, name) ? storeProblems[name] : undefined) ?? 'internal-error')
}

function hint(id: ProblemId, path: string): string {
  const shorter = id === 'not-found' ? withoutSlash(path) : undefined
  return shorter === undefined ? '' : ` Laat de schuine streep aan het eind weg: ${shorter}`
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : typeof error
}

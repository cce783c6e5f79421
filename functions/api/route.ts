/** Which operation a method and path name. middy's router answers 404 for a wrong method and takes a trailing slash, so this one is ours. */
import type { ServiceId } from '#contract/operation.ts'
import { type OperationId, operationIds, operations } from '#contract/operations.ts'
import { Refusal } from './refusal.ts'

export interface Route {
  readonly id: OperationId
  readonly params: Readonly<Record<string, string>>
}

interface Pattern {
  readonly id: OperationId
  readonly method: string
  readonly segments: readonly string[]
}

const patterns: readonly Pattern[] = operationIds.map((id) => ({
  id,
  method: operations[id].method,
  segments: operations[id].path.split('/'),
}))

/** Methods that a path knows, in the order `Allow` lists them; empty for an unknown path. */
export function methodsOf(path: string): readonly string[] {
  const methods = matching(path).map(({ pattern }) => pattern.method)
  if (methods.length === 0) return []
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS']
}

/** @throws {Refusal} `not-found` or `method-not-allowed` */
export function routeOf(method: string, path: string): Route {
  const found = matching(path)
  const wanted = method === 'HEAD' ? 'GET' : method
  const hit = found.find(({ pattern }) => pattern.method === wanted)
  if (hit) return { id: hit.pattern.id, params: hit.params }
  if (found.length === 0) throw new Refusal('not-found')
  throw new Refusal('method-not-allowed', { headers: { allow: methodsOf(path).join(', ') } })
}

/** The same path without its last slash, when that would have been found. */
export function withoutSlash(path: string): string | undefined {
  const shorter = path.slice(0, -1)
  return path.endsWith('/') && matching(shorter).length > 0 ? shorter : undefined
}

function matching(path: string): { pattern: Pattern; params: Record<string, string> }[] {
  const segments = path.split('/').map(decoded)
  return patterns.flatMap((pattern) => {
    const params = match(pattern.segments, segments)
    return params ? [{ pattern, params }] : []
  })
}

function match(wanted: readonly string[], given: readonly (string | undefined)[]): Record<string, string> | undefined {
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index]
    if (value === undefined) return undefined
    if (!segment.startsWith('{')) {
      if (segment !== value) return undefined
    } else if (value === '') return undefined
    else params[segment.slice(1, -1)] = value
  }
  return params
}

/** HTTP APIs hand the path over decoded, function URLs encoded. No parameter of ours holds a percent sign, so decoding again is harmless. */
function decoded(segment: string): string | undefined {
  if (!segment.includes('%')) return segment
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** The service that answers a request; what no operation names is for the reading one, which answers 404 and 405. */
export function serviceOf(method: string, path: string): ServiceId {
  const wanted = method === 'HEAD' ? 'GET' : method
  const hit = matching(path).find(({ pattern }) => pattern.method === wanted)
  return hit ? operations[hit.pattern.id].service : 'openData'
}

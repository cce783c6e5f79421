/** A request as an implementation sees it: decoded by the operation's schemas, with every fault gathered before anything is refused. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type * as z from 'zod/mini'
import { check, type FaultSeed } from '#contract/faults.ts'
import type { Operation } from '#contract/operation.ts'
import { type OperationId, operations } from '#contract/operations.ts'
import { decodeHeaders, decodeParams, decodeQuery } from './decode.ts'
import { readJson } from './json-body.ts'
import { Refusal } from './refusal.ts'
import type { Route } from './route.ts'

type Table = typeof operations
type Part<Id extends OperationId, K extends keyof Operation> =
  Table[Id] extends Record<K, infer S extends z.ZodMiniType> ? z.output<S> : undefined

export interface Accepted<Id extends OperationId> {
  readonly query: Part<Id, 'query'>
  readonly headers: Part<Id, 'headers'>
  readonly body: Part<Id, 'body'>
}

export interface ApiRequest<Id extends OperationId> {
  readonly params: Part<Id, 'params'>
  /** Path and query as they were sent, for links. */
  readonly path: string
  readonly queryText: string
  header(name: string): string | undefined
  /** The body before its schema: what an implementation needs to add its own faults to the schema's. */
  readonly json: unknown
  /** The decoded parts where the schemas find nothing wrong; what only the implementation can find is not yet known. */
  readonly decoded: Accepted<Id> | undefined
  /**
   * The decoded parts, once nothing is wrong. Implementations call it exactly once, with the faults that only they can find.
   * @throws {Refusal} `invalid-request` with every fault at once
   */
  accept(more?: readonly FaultSeed[]): Accepted<Id>
  readonly accepted: boolean
}

/** @throws {Refusal} `not-found` for impossible path parameters, `too-large`, `unsupported-media-type` */
export function readRequest<Id extends OperationId>(route: Route & { id: Id }, event: APIGatewayProxyEventV2): ApiRequest<Id> {
  const operation: Operation = operations[route.id]
  const header = (name: string) => event.headers[name.toLowerCase()]
  const params = operation.params ? decodeParams(operation.params, route.params) : { value: undefined }
  if ('faults' in params) throw new Refusal('not-found')

  const faults: FaultSeed[] = []
  const take = (result: { value: unknown } | { faults: readonly FaultSeed[] }): unknown => {
    if ('value' in result) return result.value
    faults.push(...result.faults)
    return undefined
  }
  const query = operation.query && take(decodeQuery(operation.query, event.rawQueryString))
  const headers = operation.headers && take(decodeHeaders(operation.headers, header))
  let json: unknown
  let body: unknown
  if (operation.body) {
    const read = readJson(event, header('content-type'))
    if ('faults' in read) faults.push(...read.faults)
    else {
      json = read.json
      body = take(check(operation.body, json, 'body'))
    }
  }
  let accepted = false
  const decoded = { query, headers, body } as Accepted<Id>
  return {
    params: params.value as Part<Id, 'params'>,
    path: event.rawPath,
    queryText: event.rawQueryString,
    header,
    json,
    decoded: faults.length === 0 ? decoded : undefined,
    accept(more = []) {
      accepted = true
      const all = [...faults, ...more]
      if (all.length > 0) throw new Refusal('invalid-request', { faults: all })
      return decoded
    },
    get accepted() {
      return accepted
    },
  }
}

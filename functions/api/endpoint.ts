/** The one way operations become a Lambda handler: match, read, call, respond. Errors go to problems.ts by middy's `onError`. */
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Operation, ServiceId } from '#contract/operation.ts'
import { type OperationId, operations } from '#contract/operations.ts'
import { originGate } from './origin-gate.ts'
import { problemResponse } from './problems.ts'
import { Refusal } from './refusal.ts'
import { type ApiRequest, readRequest } from './request.ts'
import { type Answer, type ApiResponse, preflight, respond } from './respond.ts'
import { methodsOf, routeOf } from './route.ts'
import type { Dependencies } from './service.ts'

export type Implementation<Id extends OperationId> = (request: ApiRequest<Id>) => Promise<Answer>
type OperationsOf<S extends ServiceId> = {
  [Id in OperationId]: (typeof operations)[Id]['service'] extends S ? Id : never
}[OperationId]
/** One implementation per operation of a service; the compiler refuses a missing one. */
export type Implementations<S extends ServiceId> = { readonly [Id in OperationsOf<S>]: Implementation<Id> }

export type ApiHandler = middy.MiddyfiedHandler<APIGatewayProxyEventV2, ApiResponse>

/**
 * A handler for API Gateway v2 events (also those of function URLs) that answers the operations of one service.
 * `plugin` picks middy's execution mode: streaming for downloads.
 */
export function createService<S extends ServiceId>(
  dependencies: Pick<Dependencies, 'log' | 'originSecret'>,
  implementations: Implementations<S>,
  plugin: object = {},
): ApiHandler {
  const known: Readonly<Partial<Record<OperationId, Implementation<never>>>> = implementations

  async function answer(event: APIGatewayProxyEventV2): Promise<ApiResponse> {
    const { method } = event.requestContext.http
    if (method === 'OPTIONS') {
      const methods = methodsOf(event.rawPath)
      if (methods.length > 0) return preflight(methods)
    }
    const route = routeOf(method, event.rawPath)
    const implementation = known[route.id]
    if (!implementation) throw new Refusal('not-found')
    const operation: Operation = operations[route.id]
    const request = readRequest(route, event)
    const result = await implementation(request as ApiRequest<never>)
    if (!request.accepted) throw new Error(`${route.id} answered without accepting its request`)
    return respond(operation, result, method, request.header)
  }

  return middy<APIGatewayProxyEventV2, ApiResponse>({ ...plugin })
    .handler(answer)
    .use(originGate(dependencies.originSecret))
    .onError((request) => {
      request.response = problemResponse(request.error, request.event, dependencies.log)
    })
}

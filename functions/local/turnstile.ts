/**
 * What stands before the handlers in the cloud, on one machine. CloudFront asks once for what many want at the same moment; Lambda gives
 * every request an instance of its own, whereas here all share one process, so that only so many are worked on at once and the others
 * wait in the order in which they came: memory and the connections to the database stay bounded however many people there are.
 */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { ApiResponse } from '#api/respond.ts'

type Answering = (event: APIGatewayProxyEventV2, context: Context) => Promise<ApiResponse>

/** Requests worked on at once: each asks the database for up to four things at the same time, by at most 50 connections. */
const places = 12

/** A queue before several handlers together. */
export function turnstile(most: number = places): (handler: Answering) => Answering {
  let inside = 0
  const waiting: (() => void)[] = []
  return (handler) => async (event, context) => {
    if (inside < most) inside++
    // Who leaves hands the place over.
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await handler(event, context)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }
}

/** Equal public questions that are asked while one of them is being answered get its answer. */
export function together(handler: Answering): Answering {
  const asked = new Map<string, Promise<ApiResponse>>()
  return (event, context) => {
    const { method } = event.requestContext.http
    if (method !== 'GET' || event.headers.authorization !== undefined || event.cookies) return handler(event, context)
    const question = JSON.stringify([event.rawPath, event.rawQueryString, ...varying.map((name) => event.headers[name] ?? null)])
    const under = asked.get(question)
    if (under) return under
    const answer = handler(event, context).finally(() => asked.delete(question))
    asked.set(question, answer)
    return answer
  }
}

/** Headers of a question on which its answer may depend. */
const varying = ['accept', 'accept-encoding', 'accept-language', 'if-none-match', 'origin', 'host', 'x-origin-secret']

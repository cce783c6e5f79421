/** Lets only CloudFront through: it sends a secret header that nobody else knows. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { Refusal } from './refusal.ts'

/** A middleware that refuses requests without the secret; without a secret (locally) everything passes. */
export function originGate(secret: string | undefined): middy.MiddlewareObj<APIGatewayProxyEventV2> {
  return {
    before: ({ event }) => {
      if (secret !== undefined && !sameSecret(event.headers['x-origin-secret'] ?? '', secret)) throw new Refusal('direct-access')
    },
  }
}

/** Equal in constant time, whatever their lengths. */
function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

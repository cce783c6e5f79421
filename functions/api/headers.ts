/** Headers that answers carry. Values follow OWASP's REST and HTTP header cheat sheets and NLGov's API Design Rules. */

/** Version of the API, as NLGov's rules want it on every answer. */
export const apiVersion = '1.0.0'

/** On every answer of the API; it serves data only, so nothing in it may run, frame or be framed. */
export const securityHeaders = {
  'api-version': apiVersion,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy': 'interest-cohort=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/** Anybody's page may read open data; no cookie or token goes along. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'API-Version, Content-Disposition, ETag, Link, Location',
} as const

/** Answer to a browser that asks first, for one day. */
export const preflightHeaders = {
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'Accept, Content-Type, If-None-Match, Range',
  'access-control-max-age': '86400',
} as const

/** Shared caches keep it for 30 s, browsers ask each time: what is hidden has left every door within a minute. */
export const publicCache = 'public, max-age=0, s-maxage=30'
export const privateCache = 'no-store'

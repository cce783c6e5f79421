/** Security headers of every page and static file: sent by the local server and by CloudFront alike. No imports, so that cdk may read it. */

/** National background map and address search, used where the browser can reach them. */
const nationalServices = ['https://service.pdok.nl', 'https://api.pdok.nl']

const directives: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'self'"],
  // MapLibre's icons are data: images; its tiles arrive by fetch, so they fall under connect-src.
  'img-src': ["'self'", 'data:'],
  // A worker's requests obey the policy on the worker file's own response: it goes on every file, not only on pages.
  'connect-src': ["'self'", ...nationalServices],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

export const contentSecurityPolicy: string = Object.entries(directives)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join('; ')

/** Header name (lower case) to value. HSTS is not among them: it belongs to https, which CloudFront adds. */
export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  // "My location" is the only device feature that the map asks for.
  'permissions-policy': 'camera=(), geolocation=(self), microphone=(), payment=()',
} as const

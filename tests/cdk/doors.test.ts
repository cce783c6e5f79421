/** Which request reaches what, under which headers: the distribution and the API as they would be deployed. */
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { navigationCode } from '#cdk/navigation.ts'
import { operations } from '#contract/operations.ts'
import { contentSecurityPolicy, securityHeaders } from '#functions/security-headers.ts'
import { deployed as deploy, hardened, type Json, one } from './deployed.ts'

const deployed = deploy()

/** CloudFront's choice: the first pattern that matches, else the default. */
function behaviourFor(path: string): Json {
  const matches = (pattern: string) => new RegExp(`^${pattern.replace(/[.+]/g, '\\$&').replaceAll('*', '.*')}$`).test(path)
  const { CacheBehaviors, DefaultCacheBehavior } = deployed.distribution
  return CacheBehaviors.find(({ PathPattern }: Json) => matches(PathPattern)) ?? DefaultCacheBehavior
}
const originOf = (path: string): Json =>
  one(deployed.distribution.Origins.filter(({ Id }: Json) => Id === behaviourFor(path).TargetOriginId))
function standsFor(path: string): string {
  const domain = JSON.stringify(originOf(path).DomainName)
  if (domain.includes('FunctionUrl')) return 'download'
  if (domain.includes('ApiEndpoint')) return 'api'
  return domain.includes('"Web') ? 'web' : domain.includes('"Geodata') ? 'geodata' : domain
}
const cachePolicyFor = (path: string): Json => policy('CachePolicy', behaviourFor(path).CachePolicyId.Ref).CachePolicyConfig
const requestPolicyFor = (path: string): Json =>
  policy('OriginRequestPolicy', behaviourFor(path).OriginRequestPolicyId.Ref).OriginRequestPolicyConfig
const policy = (kind: string, id: string): Json =>
  one(deployed.everywhere(`AWS::CloudFront::${kind}`).filter((resource) => resource.id === id)).Properties

const all = Object.entries(operations)
const concrete = (path: string) => path.replaceAll(/\{\w+\}/g, 'x1')

describe('where a request goes', () => {
  it.each(all)('%s', (_, { path, service }) => {
    expect(standsFor(concrete(path))).toBe((service as string) === 'download' ? 'download' : 'api')
  })

  it.each([
    ['/', 'web'],
    ['/trajecten/kromme-rijn', 'web'],
    ['/assets/index-abc.js', 'web'],
    ['/config.json', 'web'],
    ['/geodata/catalogue.json', 'geodata'],
    ['/geodata/omgevingsvisie-1a2b.pmtiles', 'geodata'],
    ['/api', 'web'],
    ['/api/unknown', 'api'],
    ['/healthz', 'api'],
  ])('%s → %s', (path, expected) => {
    expect(standsFor(path)).toBe(expected)
  })

  it.each(all.filter(([, { service }]) => (service as string) !== 'download'))(
    'the API hands %s to the function for it',
    (_, operation) => {
      const { method, service } = operation as { method: string; service: string }
      const routes = deployed.resources('api', 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties)
      const keys = routes.map(({ RouteKey }) => RouteKey)
      // The most specific method wins; there is but one path.
      expect(keys.every((key: string) => key.endsWith(' /{proxy+}'))).toBe(true)
      const route =
        routes.find(({ RouteKey }) => RouteKey.startsWith(`${method} `)) ??
        one(routes.filter(({ RouteKey }) => RouteKey.startsWith('ANY ')))
      const integration = route.Target['Fn::Join'][1][1].Ref
      const { Properties } = one(
        deployed.resources('api', 'AWS::ApiGatewayV2::Integration').filter(({ id }) => id === integration),
      )
      expect(JSON.stringify(Properties.IntegrationUri)).toContain(
        service === 'openData' ? 'OpenDataFunction' : 'ParticipationFunction',
      )
      expect(Properties.PayloadFormatVersion).toBe('2.0')
    },
  )

  it('answers of the API come through as they are: no status is replaced by a page', () => {
    expect(deployed.distribution.CustomErrorResponses).toBeUndefined()
    for (const path of ['/api/v1', '/api/v1/collections/x/items', '/api/v1/consultations/x/download']) {
      expect(behaviourFor(path).AllowedMethods).toEqual(
        expect.arrayContaining(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE']),
      )
      expect(behaviourFor(path).FunctionAssociations).toBeUndefined()
    }
  })
})

describe('what is kept, and under which key', () => {
  const tile = '/api/v1/collections/x/tiles/WebMercatorQuad/12/1/2'
  it.each([tile, '/api/v1/collections/x/items', '/api/v1/consultations/x/download'])('%s: for everybody alike', (path) => {
    const { ParametersInCacheKeyAndForwardedToOrigin: key, ...ttl } = cachePolicyFor(path)
    expect(key.CookiesConfig).toEqual({ CookieBehavior: 'none' })
    expect(key.HeadersConfig).toEqual({ HeaderBehavior: 'none' })
    expect(key.QueryStringsConfig).toEqual({ QueryStringBehavior: 'all' })
    expect(key).toMatchObject({ EnableAcceptEncodingBrotli: true, EnableAcceptEncodingGzip: true })
    // s-maxage decides: CloudFront takes it between these two.
    expect(ttl).toMatchObject({ MinTTL: 0, DefaultTTL: 0 })
    expect(ttl.MaxTTL).toBeGreaterThan(30)
    // Nothing about the visitor can find its way into what is kept for everybody.
    const request = requestPolicyFor(path)
    expect(request.CookiesConfig.CookieBehavior).toBe('none')
    expect(request.HeadersConfig.HeaderBehavior).toBe('whitelist')
    for (const header of ['Authorization', 'Cookie', 'Accept', 'Accept-Language', 'Host']) {
      expect(request.HeadersConfig.Headers).not.toContain(header)
    }
  })

  it('the rest of the API: apart for every token, with all headers that edits need', () => {
    const key = cachePolicyFor('/api/v1/contributions/x').ParametersInCacheKeyAndForwardedToOrigin
    expect(key.HeadersConfig).toEqual({ HeaderBehavior: 'whitelist', Headers: ['Authorization'] })
    expect(key.CookiesConfig).toEqual({ CookieBehavior: 'none' })
    const request = requestPolicyFor('/api/v1/contributions/x')
    expect(request.HeadersConfig).toEqual({ HeaderBehavior: 'allExcept', Headers: ['Host'] })
    expect(request.QueryStringsConfig).toEqual({ QueryStringBehavior: 'all' })
  })

  it.each(['/', '/geodata/catalogue.json'])('%s: as its own Cache-Control says, by path only', (path) => {
    const { ParametersInCacheKeyAndForwardedToOrigin: key, ...ttl } = cachePolicyFor(path)
    expect(key.QueryStringsConfig).toEqual({ QueryStringBehavior: 'none' })
    expect(ttl).toMatchObject({ MinTTL: 0, DefaultTTL: 0 })
    expect(behaviourFor(path).Compress).toBe(true)
    expect(behaviourFor(path).OriginRequestPolicyId).toBeUndefined()
  })
})

describe('the door itself', () => {
  it('speaks HTTP/3, redirects to https, and with a name of its own asks for TLS 1.2 at least', () => {
    expect(deployed.distribution).toMatchObject({ HttpVersion: 'http2and3', IPV6Enabled: true })
    for (const { ViewerProtocolPolicy } of [
      deployed.distribution.DefaultCacheBehavior,
      ...deployed.distribution.CacheBehaviors,
    ]) {
      expect(ViewerProtocolPolicy).toBe('redirect-to-https')
    }
    const named = deploy(hardened).distribution
    expect(named.Aliases).toEqual(['vliegwiel.example.nl'])
    expect(named.ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021')
  })

  it('shows the API a secret that the template does not hold, and the functions ask for the same', () => {
    const headers = originOf('/api/v1').OriginCustomHeaders
    const secret = one(deployed.everywhere('AWS::SecretsManager::Secret'))
    expect(headers).toEqual([
      {
        HeaderName: 'x-origin-secret',
        HeaderValue: { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: secret.id }, ':SecretString:::}}']] },
      },
    ])
    expect(secret.Properties.GenerateSecretString.PasswordLength).toBeGreaterThanOrEqual(32)
    expect(secret.Properties.SecretString).toBeUndefined()
    for (const handler of ['open-data', 'participation'] as const) {
      const { ORIGIN_SECRET } = deployed.lambda(handler).Properties.Environment.Variables
      expect(JSON.stringify(ORIGIN_SECRET)).toMatch(/resolve:secretsmanager:.*ExportsOutputRefOriginSecret.*:SecretString:::/)
    }
  })

  it('the API is throttled, and its log holds nothing about who asked for what', () => {
    const stage = one(deployed.everywhere('AWS::ApiGatewayV2::Stage')).Properties
    expect(stage.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0)
    expect(stage.DefaultRouteSettings.ThrottlingBurstLimit).toBeGreaterThan(0)
    const variables = stage.AccessLogSettings.Format.match(/\$context\.[\w.]+/g)
    expect(variables).not.toEqual([])
    for (const variable of variables) {
      expect(variable).not.toMatch(/identity|authorizer|userAgent|sourceIp|\.path$|domain/)
    }
  })

  it("CloudFront's own log is kept only when asked for, and for 30 days", () => {
    expect(deployed.distribution.Logging).toBeUndefined()
    const logged = deploy(hardened)
    expect(logged.distribution.Logging.IncludeCookies ?? false).toBe(false)
    const bucket = one(logged.everywhere('AWS::S3::Bucket').filter(({ id }) => id.includes('AccessLog')))
    expect(one(bucket.Properties.LifecycleConfiguration.Rules)).toMatchObject({ ExpirationInDays: 30, Status: 'Enabled' })
  })
})

describe('headers of pages and files', () => {
  const headersFor = (path: string): Json =>
    policy('ResponseHeadersPolicy', behaviourFor(path).ResponseHeadersPolicyId.Ref).ResponseHeadersPolicyConfig

  it.each(['/', '/assets/worker-1a2b.js', '/geodata/catalogue.json'])(
    '%s carries the same policy as the local server',
    (path) => {
      const { SecurityHeadersConfig, CustomHeadersConfig } = headersFor(path)
      expect(SecurityHeadersConfig.ContentSecurityPolicy).toEqual({
        ContentSecurityPolicy: contentSecurityPolicy,
        Override: true,
      })
      const sent: Record<string, string> = {
        'content-security-policy': SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy,
        'x-content-type-options': SecurityHeadersConfig.ContentTypeOptions.Override ? 'nosniff' : '',
        'referrer-policy': SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy,
        'x-frame-options': SecurityHeadersConfig.FrameOptions.FrameOption,
        ...Object.fromEntries(CustomHeadersConfig.Items.map(({ Header, Value }: Json) => [Header, Value])),
      }
      expect(sent).toEqual(securityHeaders)
      expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBeGreaterThanOrEqual(31_536_000)
    },
  )

  it("geodata is open to maps elsewhere, without anybody's credentials; pages are not", () => {
    expect(headersFor('/').CorsConfig).toBeUndefined()
    expect(headersFor('/geodata/catalogue.json').CorsConfig).toMatchObject({
      AccessControlAllowOrigins: { Items: ['*'] },
      AccessControlAllowCredentials: false,
    })
  })

  it('the policy allows no inline or evaluated script, no foreign script, style or frame', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|http:|script-src|style-src/)
    expect(contentSecurityPolicy).toMatch(/^default-src 'self';/)
    expect(contentSecurityPolicy).toMatch(/frame-ancestors 'none'/)
    expect(contentSecurityPolicy).toMatch(/object-src 'none'/)
    expect(contentSecurityPolicy).toMatch(/base-uri 'none'/)
  })
})

describe('pages of the web app', () => {
  const uriAfter = (uri: string): string => runInNewContext(`${navigationCode}; handler({ request: { uri } })`, { uri }).uri

  it.each([
    '/',
    '/trajecten/kromme-rijn',
    '/trajecten/kromme-rijn/kaart/',
    '/bijdragen/01JZ',
    '/gebied/imow.nl/zone-1',
    '/consultations/kromme-rijn/documents/visie/pv26_2__div_4__div_4.6',
    '//',
  ])('%s is answered by the app', (uri) => expect(uriAfter(uri)).toBe('/index.html'))

  it.each([
    '/index.html',
    '/config.json',
    '/favicon.svg',
    '/robots.txt',
    '/assets/index-Bx1.js',
    '/assets/worker-1.mjs',
    '/assets/none',
    '/a/b.html',
  ])('%s is a file', (uri) => expect(uriAfter(uri)).toBe(uri))

  it('whatever is asked for, the bucket is never asked for its listing', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\w.%~-]{0,12}$/), { maxLength: 5 }), (segments) => {
        const uri = uriAfter(`/${segments.join('/')}`)
        expect(uri).toMatch(/^\/(assets\/.*|(.*\/)?[^/]*\.[^/]*)$/)
      }),
    )
  })
})

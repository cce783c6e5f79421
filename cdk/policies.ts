/** CloudFront's policies: what makes up a cache key, what reaches the origin, and which headers every answer carries. */
import { Duration } from 'aws-cdk-lib'
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront'
import { Construct } from 'constructs'
import { contentSecurityPolicy, securityHeaders } from '#functions/security-headers.ts'

const oneYear = Duration.days(365)

export class Policies extends Construct {
  /** Open data and tiles: one answer for everybody. Neither cookie nor token is in the key, and neither reaches the origin. */
  readonly openDataCache: CachePolicy
  readonly openDataRequest: OriginRequestPolicy
  /** The rest of the API: a token is part of the key, so that what its owner sees is never given to another. */
  readonly apiCache: CachePolicy
  readonly apiRequest: OriginRequestPolicy
  /** Files in a bucket: kept as long as their own Cache-Control says. */
  readonly fileCache: CachePolicy
  readonly fileHeaders: ResponseHeadersPolicy
  readonly geodataHeaders: ResponseHeadersPolicy

  constructor(scope: Construct, id: string) {
    super(scope, id)
    // Default and minimum 0: what has no Cache-Control is not kept; s-maxage is followed up to the maximum.
    const fromOrigin = { minTtl: Duration.seconds(0), defaultTtl: Duration.seconds(0), maxTtl: oneYear } as const
    const compressed = { enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true } as const

    this.openDataCache = new CachePolicy(this, 'OpenDataCache', {
      comment: 'Open data: query string only',
      ...fromOrigin,
      ...compressed,
      queryStringBehavior: CacheQueryStringBehavior.all(),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.none(),
    })
    this.openDataRequest = new OriginRequestPolicy(this, 'OpenDataRequest', {
      comment: 'Open data: nothing about the visitor',
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        'Access-Control-Request-Headers',
        'Access-Control-Request-Method',
        'Content-Type',
        'Origin',
      ),
    })
    this.apiCache = new CachePolicy(this, 'ApiCache', {
      comment: 'API: query string and token',
      ...fromOrigin,
      ...compressed,
      queryStringBehavior: CacheQueryStringBehavior.all(),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
    })
    this.apiRequest = new OriginRequestPolicy(this, 'ApiRequest', {
      comment: 'API: every header but the site name, which API Gateway would not know',
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
      headerBehavior: OriginRequestHeaderBehavior.denyList('Host'),
    })
    this.fileCache = new CachePolicy(this, 'FileCache', {
      comment: 'Files: path only',
      ...fromOrigin,
      ...compressed,
      queryStringBehavior: CacheQueryStringBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.none(),
    })
    this.fileHeaders = this.headers('FileHeaders')
    // Geodata is open: maps elsewhere may read it.
    this.geodataHeaders = this.headers('GeodataHeaders', {
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
        accessControlAllowHeaders: ['*'],
        accessControlExposeHeaders: ['Content-Range', 'ETag'],
        accessControlAllowCredentials: false,
        originOverride: true,
      },
    })
  }

  /** Strict content security policy and its company. */
  private headers(id: string, more: ResponseHeadersPolicyProps = {}): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, id, {
      ...more,
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: oneYear, includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: (['cross-origin-opener-policy', 'permissions-policy'] as const).map((header) => ({
          header,
          value: securityHeaders[header],
          override: true,
        })),
      },
    })
  }
}

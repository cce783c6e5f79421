/** The distribution: the one public door. Which path goes where is listed once, here. */
import { Annotations, Duration } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  Function as CloudFrontFunction,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { FunctionUrlOrigin, HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IFunctionUrl } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Fn, type SecretValue } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { logBucket } from './buckets.ts'
import { navigationCode } from './navigation.ts'
import { Policies } from './policies.ts'
import type { Settings } from './settings.ts'

export interface SiteProps {
  readonly settings: Settings
  readonly web: IBucket
  readonly geodata: IBucket
  readonly api: HttpApi
  readonly originSecret: SecretValue
  readonly download: IFunctionUrl
  /** Firewall, with the hardening switch. */
  readonly webAclArn?: string
}

const priceClasses = {
  100: PriceClass.PRICE_CLASS_100,
  200: PriceClass.PRICE_CLASS_200,
  all: PriceClass.PRICE_CLASS_ALL,
} as const

export class Site extends Construct {
  readonly distribution: Distribution
  /** Without a slash at its end. */
  readonly address: string

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id)
    const { settings } = props
    const policies = new Policies(this, 'Policies')
    const common = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS, compress: true } as const
    const files = (origin: IOrigin, headers: ResponseHeadersPolicy): BehaviorOptions => ({
      ...common,
      origin,
      cachePolicy: policies.fileCache,
      responseHeadersPolicy: headers,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    })
    // Every method passes, so that the API itself says 405 and what is allowed.
    const openData = (origin: IOrigin): BehaviorOptions => ({
      ...common,
      origin,
      cachePolicy: policies.openDataCache,
      originRequestPolicy: policies.openDataRequest,
      allowedMethods: AllowedMethods.ALLOW_ALL,
    })
    const gateway = this.gateway(props)
    const api: BehaviorOptions = {
      ...common,
      origin: gateway,
      cachePolicy: policies.apiCache,
      originRequestPolicy: policies.apiRequest,
      allowedMethods: AllowedMethods.ALLOW_ALL,
    }
    // Longest silence between two pieces that CloudFront sits out.
    const download = FunctionUrlOrigin.withOriginAccessControl(props.download, { readTimeout: Duration.seconds(60) })

    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Vliegwiel ${settings.stage}`,
      ...(settings.domain
        ? {
            domainNames: [settings.domain.name],
            certificate: Certificate.fromCertificateArn(this, 'Certificate', settings.domain.certificate),
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: priceClasses[settings.priceClass],
      defaultRootObject: 'index.html',
      ...(props.webAclArn ? { webAclId: props.webAclArn } : {}),
      ...(settings.accessLogs ? { enableLogging: true, logBucket: logBucket(this, 'AccessLog') } : {}),
      defaultBehavior: {
        ...files(this.bucketOrigin(props.web), policies.fileHeaders),
        functionAssociations: [{ function: this.navigation(), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      // The first that matches wins, in this order.
      additionalBehaviors: {
        '/api/v1/consultations/*/download': openData(download),
        '/api/v1/collections/*': openData(gateway),
        '/api/*': api,
        '/healthz': api,
        '/geodata/*': files(this.bucketOrigin(props.geodata), policies.geodataHeaders),
      },
    })
    this.address = `https://${settings.domain?.name ?? this.distribution.distributionDomainName}`
    this.acknowledgeFindings(settings)
  }

  private gateway({ api, originSecret }: SiteProps): IOrigin {
    const domain = Fn.select(2, Fn.split('/', api.apiEndpoint))
    // The header's value is a reference that CloudFormation resolves while it deploys; the template does not hold it.
    return new HttpOrigin(domain, { customHeaders: { 'x-origin-secret': originSecret.unsafeUnwrap() } })
  }

  private bucketOrigin(bucket: IBucket): IOrigin {
    // Without the right to list, S3 answers 403 for a file that does not exist. Listing itself asks for the bucket's root with a query:
    // no path of this distribution leads there and no query is passed on.
    return S3BucketOrigin.withOriginAccessControl(bucket, { originAccessLevels: [AccessLevel.READ, AccessLevel.LIST] })
  }

  private navigation(): CloudFrontFunction {
    return new CloudFrontFunction(this, 'Navigation', {
      comment: 'Pages of the web app: index.html',
      code: FunctionCode.fromInline(navigationCode),
      runtime: FunctionRuntime.JS_2_0,
    })
  }

  private acknowledgeFindings(settings: Settings): void {
    Annotations.of(this.distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'No path leads to the root of a bucket: "/" is index.html, and the other one is asked below /geodata/ only.',
    )
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1': 'Open data of a government is for everybody, wherever they are.',
      ...(settings.hardening
        ? {}
        : { 'AwsSolutions-CFR2': 'The firewall is the hardening switch: it costs more than all the rest.' }),
      ...(settings.accessLogs
        ? {}
        : { 'AwsSolutions-CFR3': "Access logs hold visitors' addresses; they are a setting, off unless asked for." }),
      ...(settings.domain
        ? {}
        : {
            'AwsSolutions-CFR4':
              "CloudFront's own certificate fixes the protocol; with a domain of its own the site asks for TLS 1.2.",
          }),
    })
  }
}

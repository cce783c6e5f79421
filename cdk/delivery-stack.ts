/**
 * Everything that the public meets: the distribution, its buckets, the door to the API and the download. They share one stack, since
 * the distribution and what it alone may reach name each other. What stands behind the API's door is in the API stack, which can
 * therefore know the site's address.
 */
import { CfnOutput, Duration, RemovalPolicy, SecretValue, Stack, type StackProps } from 'aws-cdk-lib'
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { FunctionUrlAuthType, InvokeMode } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { fileBucket, geodataBucket } from './buckets.ts'
import { Contents } from './contents.ts'
import type { DataStack } from './data-stack.ts'
import type { Folders } from './folders.ts'
import { VliegwielFunction } from './function.ts'
import type { Settings } from './settings.ts'
import { Site } from './site.ts'
import { grantRead } from './table-access.ts'

export interface DeliveryStackProps extends StackProps {
  readonly settings: Settings
  readonly dataStack: DataStack
  readonly folders: Folders
  readonly webAclArn?: string
}

/** Requests per second that the API takes, and how many it lets pile up; beyond them it answers 429. A cost brake, not a target. */
const throttle = { rateLimit: 200, burstLimit: 400 } as const

export class DeliveryStack extends Stack {
  readonly api: HttpApi
  readonly site: Site
  /** Filled by `npm run geodata -- publish`. */
  readonly geodata: IBucket
  /** CloudFront sends it, the API asks for it: nobody passes the firewall and the cache by. */
  readonly originSecret: SecretValue

  constructor(scope: Construct, id: string, props: DeliveryStackProps) {
    super(scope, id, { ...props, description: 'Vliegwiel: distribution, files, door to the API, download' })
    const { settings, folders } = props
    const web = fileBucket(this, 'Web', settings)
    const geodata = geodataBucket(this, 'Geodata', settings)
    this.geodata = geodata
    this.api = this.door()
    this.originSecret = this.secret(settings)
    this.site = new Site(this, 'Site', {
      settings,
      web,
      geodata,
      api: this.api,
      originSecret: this.originSecret,
      download: this.download(props).lambda.addFunctionUrl({
        authType: FunctionUrlAuthType.AWS_IAM,
        invokeMode: InvokeMode.RESPONSE_STREAM,
      }),
      webAclArn: props.webAclArn,
    })
    new Contents(this, 'Contents', { settings, web, webFolder: folders.web })
    new CfnOutput(this, 'Address', { value: this.site.address, description: 'The site' })
    new CfnOutput(this, 'GeodataBucket', {
      value: geodata.bucketName,
      description: 'Where npm run geodata -- publish puts files',
    })
    new CfnOutput(this, 'DistributionDomain', {
      value: this.site.distribution.distributionDomainName,
      description: 'Where the name of the site must point to (CNAME or alias)',
    })
  }

  private door(): HttpApi {
    const api = new HttpApi(this, 'Api', { description: 'Vliegwiel: reached through CloudFront only', createDefaultStage: false })
    const log = new LogGroup(this, 'ApiLog', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    const field = AccessLogField
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        // No address, browser, path or query: a contribution's path beside an address or a time would say who wrote what.
        format: AccessLogFormat.custom(
          JSON.stringify({
            time: field.contextRequestTimeEpoch(),
            request: field.contextRequestId(),
            route: '$context.routeKey',
            status: '$context.status',
            bytes: field.contextResponseLength(),
            milliseconds: field.contextResponseLatency(),
            error: '$context.integrationErrorMessage',
          }),
        ),
      },
    })
    return api
  }

  private secret(settings: Settings): SecretValue {
    const secret = new Secret(this, 'OriginSecret', {
      description: 'Sent by CloudFront to the API of Vliegwiel',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    })
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'CloudFront and the functions take a new value when they are deployed only; rotating is described in README.md.',
    })
    return SecretValue.secretsManager(
      secret.secretArn,
      settings.originSecretVersion ? { versionId: settings.originSecretVersion } : {},
    )
  }

  private download({ settings, dataStack, folders }: DeliveryStackProps): VliegwielFunction {
    const download = new VliegwielFunction(this, 'Download', {
      handler: 'download',
      handlers: folders.handlers,
      description: 'Vliegwiel: streams the contributions of a consultation',
      variables: { table: dataStack.data.table.tableName },
      memory: 512,
      // 100,000 contributions, with a slow reader.
      timeout: Duration.minutes(5),
      tracing: settings.tracing,
      alarmTopic: dataStack.alarmTopic,
    })
    grantRead(download.role, dataStack.data)
    return download
  }
}

/** The one way a Lambda function is made. */
import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { environment } from '#functions/environment.ts'
import { acknowledge } from './acknowledge.ts'
import { alarm, alarmPeriod } from './alarms.ts'
import { bundleFolder, type HandlerName } from './bundling.ts'

export interface FunctionProps {
  readonly handler: HandlerName
  /** Another folder of handlers than the product's (tests). */
  readonly handlers?: string
  readonly description: string
  /** By the keys of functions/environment.ts, so that a name cannot be misspelt. */
  readonly variables: Readonly<Partial<Record<keyof typeof environment, string>>>
  /** In MB; processor time grows with it. */
  readonly memory: number
  readonly timeout: Duration
  readonly reservedConcurrency?: number
  readonly tracing: boolean
  /** Who hears of its errors and throttles. Absent: its caller tries again and sets aside what fails for good, which has an alarm already. */
  readonly alarmTopic?: ITopic
}

export class VliegwielFunction extends Construct {
  readonly lambda: LambdaFunction
  /** May write its own log and nothing else until something is granted. */
  readonly role: IRole

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    // A role of its own rather than AWS's managed one, which may write every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(this.role)
    if (props.tracing) this.allowTracing()

    this.lambda = new LambdaFunction(this, 'Function', {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundleFolder(props.handler, props.handlers)),
      handler: 'index.handler',
      memorySize: props.memory,
      timeout: props.timeout,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      tracing: props.tracing ? Tracing.ACTIVE : Tracing.DISABLED,
      reservedConcurrentExecutions: props.reservedConcurrency,
      environment: Object.fromEntries(
        Object.entries(props.variables).map(([key, value]) => [environment[key as keyof typeof environment], value]),
      ),
    })

    if (props.alarmTopic) this.watch(props.handler, props.alarmTopic)
  }

  private watch(handler: HandlerName, topic: ITopic): void {
    alarm(this, 'Errors', topic, {
      metric: this.lambda.metricErrors({ period: alarmPeriod }),
      threshold: 1,
      meaning: `Vliegwiel: the ${handler} function failed; its log says why.`,
    })
    alarm(this, 'Throttles', topic, {
      metric: this.lambda.metricThrottles({ period: alarmPeriod }),
      threshold: 1,
      meaning: `Vliegwiel: requests to the ${handler} function were refused for lack of concurrency.`,
    })
  }

  private allowTracing(): void {
    this.role.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
    )
    acknowledge(this.role, {
      'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources to name: its two write actions take only *.',
    })
  }
}

/** What stands behind the API's door: one function reads, one writes, one counts, one joins anew after a new catalogue. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import { streamFilters } from '#store/schema.ts'
import { acknowledge } from './acknowledge.ts'
import { alarm, alarmPeriod } from './alarms.ts'
import type { DataStack } from './data-stack.ts'
import type { DeliveryStack } from './delivery-stack.ts'
import type { Folders } from './folders.ts'
import { VliegwielFunction } from './function.ts'
import { Rejoining } from './rejoining.ts'
import type { Settings } from './settings.ts'
import { grantRead, grantReadWrite } from './table-access.ts'

export interface ApiStackProps extends StackProps {
  readonly settings: Settings
  readonly dataStack: DataStack
  readonly delivery: DeliveryStack
  readonly folders: Folders
}

/** Below API Gateway's own limit of 30 s, so that the function still answers itself. */
const requestTimeout = Duration.seconds(20)

export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, { ...props, description: 'Vliegwiel: functions of the API, counting, joining anew' })
    const openData = this.answering('OpenData', 'open-data', 'answers every GET', props)
    grantRead(openData.role, props.dataStack.data)
    const participation = this.answering('Participation', 'participation', 'takes in, edits and withdraws contributions', props)
    grantReadWrite(participation.role, props.dataStack.data)

    for (const method of [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS]) this.route(method, openData, props)
    this.route(HttpMethod.ANY, participation, props)
    alarm(this, 'ServerErrors', props.dataStack.alarmTopic, {
      metric: props.delivery.api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      threshold: 1,
      meaning: 'Vliegwiel: the API answered with a server error; the log of the function that answered says why.',
    })
    this.counting(props)
    const { settings, dataStack, delivery, folders } = props
    const { geodata, site } = delivery
    new Rejoining(this, 'Rejoin', { settings, dataStack, geodata, address: site.address, handlers: folders.handlers })
  }

  private answering(
    id: string,
    handler: 'open-data' | 'participation',
    does: string,
    { settings, dataStack, delivery, folders }: ApiStackProps,
  ): VliegwielFunction {
    return new VliegwielFunction(this, id, {
      handler,
      handlers: folders.handlers,
      description: `Vliegwiel: ${does}`,
      variables: {
        table: dataStack.data.table.tableName,
        publicOrigin: delivery.site.address,
        originSecret: delivery.originSecret.unsafeUnwrap(),
      },
      // One whole processor comes with 1,769 MB; half of it keeps tiles quick and idle costs nothing.
      memory: 1024,
      timeout: requestTimeout,
      tracing: settings.tracing,
      alarmTopic: dataStack.alarmTopic,
      ...(handler === 'participation' ? { reservedConcurrency: settings.submitConcurrency } : {}),
    })
  }

  private route(method: HttpMethod, target: VliegwielFunction, { delivery }: ApiStackProps): void {
    const route = new HttpRoute(this, `Route${method}`, {
      httpApi: delivery.api,
      routeKey: HttpRouteKey.with('/{proxy+}', method),
      integration: new HttpLambdaIntegration(`Integration${method}`, target.lambda),
    })
    acknowledge(route, {
      'AwsSolutions-APIG4':
        "Open data and taking part need no account; the function asks for CloudFront's secret, and for the author's token on each change.",
    })
  }

  private counting({ settings, dataStack, folders }: ApiStackProps): void {
    const stream = new VliegwielFunction(this, 'Stream', {
      handler: 'stream',
      handlers: folders.handlers,
      description: 'Vliegwiel: counts what changed',
      variables: { table: dataStack.data.table.tableName, deadLetters: dataStack.deadLetters.queueUrl },
      memory: 512,
      timeout: Duration.minutes(1),
      tracing: settings.tracing,
      alarmTopic: dataStack.alarmTopic,
    })
    grantReadWrite(stream.role, dataStack.data)
    stream.lambda.addEventSource(
      new DynamoEventSource(dataStack.data.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // What comes within a second shares transactions, so that the counters that everybody raises are written once for all.
        maxBatchingWindow: Duration.seconds(1),
        // One per shard: more would only race each other for those same counters.
        parallelizationFactor: 1,
        // What failed is told one by one; a batch that kills the function is halved until the culprit stands alone.
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 5,
        // DynamoDB keeps stream records for 24 hours.
        maxRecordAge: Duration.hours(20),
        onFailure: new SqsDlq(dataStack.deadLetters),
        filters: streamFilters.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
      }),
    )
    const queueKey = 'With the hardening switch: what SQS needs of the one key to take a message in.'
    acknowledge(stream.role, {
      'AwsSolutions-IAM5[Action::kms:ReEncrypt*]': queueKey,
      'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]': queueKey,
      'AwsSolutions-IAM5[Resource::*]':
        'dynamodb:ListStreams takes no narrower resource; it shows names of streams and nothing in them.',
    })
    alarm(this, 'StreamLag', dataStack.alarmTopic, {
      metric: stream.lambda.metric('IteratorAge', { period: alarmPeriod, statistic: 'Maximum' }),
      // In milliseconds: counts on the page are ten minutes behind.
      threshold: Duration.minutes(10).toMilliseconds(),
      meaning: 'Vliegwiel: counting is more than ten minutes behind.',
    })
  }
}

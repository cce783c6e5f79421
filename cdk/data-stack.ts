/** What must outlive every deployment: the table, the queue of what could not be processed, and the topic that tells the operator. */
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { tableSchema } from '#store/schema.ts'
import { acknowledge } from './acknowledge.ts'
import { alarm, alarmPeriod } from './alarms.ts'
import { isProduction, type Settings } from './settings.ts'
import type { Data } from './table-access.ts'

export class DataStack extends Stack {
  readonly data: Data & { readonly table: Table }
  /** What failed time and again, counting or joining anew: keys and the reason, never content. */
  readonly deadLetters: Queue
  readonly alarmTopic: Topic

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, { ...props, description: 'Vliegwiel: table, dead letters, alarms' })
    const key = settings.hardening ? this.customerKey(settings) : undefined
    this.data = { table: this.createTable(settings, key), ...(key ? { key } : {}) }
    this.alarmTopic = this.createTopic(settings, key)
    this.deadLetters = this.createQueue(key)
    new CfnOutput(this, 'TableName', { value: this.data.table.tableName, description: 'TABLE_NAME for moderating and seeding' })
  }

  private customerKey(settings: Settings): Key {
    return new Key(this, 'Key', {
      description: 'Vliegwiel: table, dead letters and alarms',
      enableKeyRotation: true,
      removalPolicy: isProduction(settings) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
  }

  private createTable(settings: Settings, key: Key | undefined): Table {
    const string = (name: string) => ({ name, type: AttributeType.STRING })
    const table = new Table(this, 'Table', {
      partitionKey: string(tableSchema.partitionKey),
      sortKey: string(tableSchema.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: tableSchema.timeToLive,
      stream: StreamViewType[tableSchema.stream],
      deletionProtection: isProduction(settings),
      removalPolicy: isProduction(settings) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      // Without a key of our own DynamoDB still encrypts, with a key that AWS owns and that costs nothing.
      ...(key ? { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key } : {}),
    })
    for (const [indexName, index] of Object.entries(tableSchema.indexes)) {
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(index.partitionKey),
        sortKey: string(index.sortKey),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...index.projection],
      })
    }
    return table
  }

  private createTopic(settings: Settings, key: Key | undefined): Topic {
    const topic = new Topic(this, 'Alarms', { displayName: 'Vliegwiel', enforceSSL: true, ...(key ? { masterKey: key } : {}) })
    // A topic with a policy of its own loses SNS's default one, under which alarms of the same account may publish.
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
    })
    topic.addToResourcePolicy(
      new PolicyStatement({ principals: [alarms], actions: ['sns:Publish'], resources: [topic.topicArn] }),
    )
    key?.grant(alarms, 'kms:Decrypt', 'kms:GenerateDataKey')
    if (settings.alarmEmail) topic.addSubscription(new EmailSubscription(settings.alarmEmail))
    return topic
  }

  private createQueue(key: Key | undefined): Queue {
    const queue = new Queue(this, 'DeadLetters', {
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      ...(key ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key } : { encryption: QueueEncryption.SQS_MANAGED }),
    })
    acknowledge(queue, { 'AwsSolutions-SQS3': 'This is itself the queue of dead letters; nothing consumes it but the operator.' })
    alarm(this, 'DeadLetterAlarm', this.alarmTopic, {
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: 1,
      meaning:
        'Vliegwiel: changes could not be counted, or zones not be joined anew; keys and reasons are in the dead-letter queue.',
    })
    return queue
  }
}

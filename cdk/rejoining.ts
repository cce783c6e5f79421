/**
 * After a new catalogue every contribution is joined anew: the bucket tells of it, a state machine waits until whoever joins with the
 * old one has ended, and calls the function, page after page, until there is no next.
 *
 * A state machine rather than a queue that the function refills itself: Lambda stops a function that feeds its own queue after some
 * sixteen rounds, takes it for a mistake; a queue is asked for messages day and night, which alone would cost a seventh of the idle bill;
 * and a run has one place to be seen, retried and gone on with (`aws stepfunctions redrive-execution`).
 */
import { Duration, Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events'
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { rejoinTimeout, settleTime } from '#functions/settle-time.ts'
import { acknowledge } from './acknowledge.ts'
import type { DataStack } from './data-stack.ts'
import { VliegwielFunction } from './function.ts'
import type { Settings } from './settings.ts'
import { grantRejoin } from './table-access.ts'

export interface RejoiningProps {
  readonly settings: Settings
  readonly handlers: string
  readonly dataStack: DataStack
  readonly geodata: IBucket
  /** Of the site, whose geodata is read as everybody reads it. */
  readonly address: string
}

export class Rejoining extends Construct {
  constructor(scope: Construct, id: string, props: RejoiningProps) {
    super(scope, id)
    const { settings, dataStack } = props
    const page = this.page(props)
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [page.lambda.functionArn] }))
    allowSettingAside(role, dataStack)
    const machine = new StateMachine(this, 'Run', {
      comment: 'Vliegwiel: joins contributions anew after a new catalogue',
      definitionBody: DefinitionBody.fromString(
        Stack.of(this).toJsonString(definition(page.lambda.functionArn, dataStack.deadLetters)),
      ),
      role,
      // An hour for a hundred thousand contributions, also where a document is large.
      timeout: Duration.days(2),
      tracingEnabled: settings.tracing,
    })
    this.rule(props, machine)
    acknowledge(machine, {
      'AwsSolutions-SF1': 'The history of each run is kept for 90 days as it is, and the function writes a log.',
      ...(settings.tracing ? {} : { 'AwsSolutions-SF2': 'X-Ray is a setting (tracing), off unless asked for.' }),
    })
    if (settings.tracing)
      acknowledge(role, { 'AwsSolutions-IAM5[Resource::*]': 'X-Ray knows no resources to name: its actions take only *.' })
  }

  private page({ settings, handlers, dataStack, address }: RejoiningProps): VliegwielFunction {
    const page = new VliegwielFunction(this, 'Page', {
      handler: 'rejoin',
      handlers,
      description: 'Vliegwiel: joins contributions anew, as many as fit in some seconds',
      variables: {
        table: dataStack.data.table.tableName,
        publicOrigin: address,
        deadLetters: dataStack.deadLetters.queueUrl,
      },
      memory: 1024,
      timeout: Duration.seconds(rejoinTimeout),
      tracing: settings.tracing,
    })
    grantRejoin(page.role, dataStack.data)
    allowSettingAside(page.role, dataStack)
    return page
  }

  private rule({ geodata }: RejoiningProps, machine: StateMachine): void {
    new Rule(this, 'NewCatalogue', {
      description: 'Vliegwiel: a new catalogue was published',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [geodata.bucketName] }, object: { key: ['geodata/catalogue.json'] } },
      },
      // What is in the catalogue is read when the run begins: whatever is newest then.
      targets: [new SfnStateMachine(machine, { input: RuleTargetInput.fromObject({}) })],
    })
  }
}

function allowSettingAside(role: VliegwielFunction['role'], { deadLetters, data }: DataStack): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }))
  data.key?.grant(role, 'kms:Decrypt', 'kms:GenerateDataKey')
}

/** In Amazon's States Language. What the function answers is what it is asked next. */
function definition(functionArn: string, deadLetters: IQueue): object {
  return {
    StartAt: 'Settle',
    States: {
      Settle: { Type: 'Wait', Seconds: settleTime, Next: 'Page' },
      Page: {
        Type: 'Task',
        Resource: functionArn,
        TimeoutSeconds: 2 * rejoinTimeout,
        // Over an hour in all, for geodata or a table that cannot be reached.
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, BackoffRate: 2, MaxDelaySeconds: 900, MaxAttempts: 10 }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'SetAside' }],
        Next: 'More',
      },
      More: { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'Done' }], Default: 'Page' },
      Done: { Type: 'Succeed' },
      SetAside: {
        Type: 'Task',
        Resource: `arn:${Stack.of(deadLetters).partition}:states:::sqs:sendMessage`,
        Parameters: { QueueUrl: deadLetters.queueUrl, 'MessageBody.$': 'States.JsonToString($)' },
        Next: 'Failed',
      },
      Failed: { Type: 'Fail', Error: 'Rejoin', Cause: 'Contributions could not be joined anew; see the dead letters.' },
    },
  }
}

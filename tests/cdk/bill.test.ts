/** What it costs while nobody visits: every resource that would be deployed, at list prices (Frankfurt, November 2026). */
import { describe, expect, it } from 'vitest'
import { type Deployed, deployed, hardened, type Json } from './deployed.ts'

/** Dollars a month for one resource that does nothing. What is not named here and not below fails the test: look its price up first. */
const monthly: Record<string, (properties: Json) => number> = {
  'AWS::CloudWatch::Alarm': () => 0.1,
  'AWS::SecretsManager::Secret': () => 0.4,
  // Two older versions after two years of turning; later ones are free.
  'AWS::KMS::Key': () => 3,
  'AWS::WAFv2::WebACL': ({ Rules }) => 5 + Rules.length,
  // 0.2 GB with its backup; the rest is paid per request.
  'AWS::DynamoDB::Table': () => 0.2 * (0.31 + 0.25),
  // 1 GB of files.
  'AWS::S3::Bucket': () => 0.025,
}
/** Paid per request, or not at all. */
const free = new RegExp(
  [
    '^AWS::(IAM|Logs|SNS|SQS)::',
    '^AWS::ApiGatewayV2::(Api|Stage|Route|Integration)$',
    '^AWS::CloudFront::',
    // Rules on what AWS itself tells, and $ 25 per million steps of a standard state machine: a run of ten seconds a step.
    '^AWS::Events::Rule$',
    '^AWS::StepFunctions::StateMachine$',
    '^AWS::Lambda::(Function|Permission|Url|EventSourceMapping|LayerVersion)$',
    '^AWS::S3::BucketPolicy$',
    '^AWS::CDK::Metadata$',
    '^Custom::',
  ].join('|'),
)
/** Euros for a dollar, with 21 % VAT: on the safe side. */
const euros = 0.95 * 1.21

function idleBill(stacks: Deployed): number {
  const resources = Object.keys(stacks.stacks).flatMap((stack): Json[] =>
    Object.values(stacks.template(stack as keyof Deployed['stacks']).Resources),
  )
  for (const { Properties } of resources.filter(({ Type }) => Type === 'AWS::Lambda::Function')) {
    expect(Properties.VpcConfig, 'a network of its own costs').toBeUndefined()
  }
  const dollars = resources.map(({ Type, Properties }) => {
    const price = monthly[Type]
    if (price) return price(Properties)
    expect(Type).toMatch(free)
    return 0
  })
  return dollars.reduce((sum, price) => sum + price, 0) * euros
}

describe('the idle bill', () => {
  it('has nothing that asks a queue day and night: five pollers cost $ 0.26 a month', () => {
    for (const { Properties } of deployed(hardened).everywhere('AWS::Lambda::EventSourceMapping')) {
      expect(JSON.stringify(Properties.EventSourceArn)).toContain('Stream')
    }
  })
  it('is at most € 2 a month, without any free tier', () => {
    const bill = idleBill(deployed())
    expect(bill).toBeGreaterThan(0.5)
    expect(bill).toBeLessThanOrEqual(2)
  })
  it('is at most € 20 a month with firewall and key', () => {
    const bill = idleBill(deployed(hardened))
    expect(bill).toBeGreaterThan(5)
    expect(bill).toBeLessThanOrEqual(20)
  })
  it('provisions no throughput and keeps no function warm', () => {
    for (const { Properties } of deployed(hardened).everywhere('AWS::DynamoDB::Table')) {
      expect(Properties.ProvisionedThroughput).toBeUndefined()
      for (const index of Properties.GlobalSecondaryIndexes) expect(index.ProvisionedThroughput).toBeUndefined()
    }
    expect(deployed(hardened).everywhere('AWS::Lambda::Version')).toEqual([])
  })
})

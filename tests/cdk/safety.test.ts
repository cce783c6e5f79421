/** What keeps data, money and peace of mind: backups, alarms, logs, secrets, cdk-nag. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import { handlerNames } from '#cdk/bundling.ts'
import { streamFilters, tableSchema } from '#store/schema.ts'
import { allows, Deployed, deployed as deploy, hardened, type Json, one, statements } from './deployed.ts'
import { scratch } from './scratch.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const production = deploy()
const trial = deploy({ stage: 'test' })

describe('the table', () => {
  const { Properties, DeletionPolicy } = one(production.everywhere('AWS::DynamoDB::Table'))

  it('can be set back to any moment, and in production cannot be deleted by mistake', () => {
    expect(Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true)
    expect(Properties.DeletionProtectionEnabled).toBe(true)
    expect(DeletionPolicy).toBe('Retain')
    const test = one(trial.everywhere('AWS::DynamoDB::Table'))
    expect(test.Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true)
    expect(test.Properties.DeletionProtectionEnabled).toBe(false)
    expect(test.DeletionPolicy).toBe('Delete')
  })

  it('is the one of store/schema.ts, paid per request', () => {
    const key = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ]
    expect(Properties.BillingMode).toBe('PAY_PER_REQUEST')
    expect(Properties.KeySchema).toEqual(key(tableSchema.partitionKey, tableSchema.sortKey))
    expect(Properties.StreamSpecification).toEqual({ StreamViewType: tableSchema.stream })
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: tableSchema.timeToLive, Enabled: true })
    expect(Properties.LocalSecondaryIndexes).toBeUndefined()
    expect(Properties.GlobalSecondaryIndexes).toEqual(
      Object.entries(tableSchema.indexes).map(([IndexName, { partitionKey, sortKey, projection }]) => ({
        IndexName,
        KeySchema: key(partitionKey, sortKey),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projection] },
      })),
    )
  })
})

describe('counting', () => {
  const mapping = one(production.everywhere('AWS::Lambda::EventSourceMapping')).Properties

  it('gets the changes that schema.ts names, and loses none that fail', () => {
    const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))
    expect(patterns).toEqual(streamFilters)
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      StartingPosition: 'TRIM_HORIZON',
    })
    expect(mapping.MaximumRetryAttempts).toBeGreaterThan(0)
    expect(mapping.MaximumRetryAttempts).toBeLessThanOrEqual(10)
    expect(mapping.MaximumRecordAgeInSeconds).toBeLessThan(24 * 3600)
    expect(JSON.stringify(mapping.DestinationConfig.OnFailure.Destination)).toContain('DeadLetters')
    expect(one(production.everywhere('AWS::SQS::Queue')).Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600)
  })
})

describe('alarms', () => {
  const alarms = production.everywhere('AWS::CloudWatch::Alarm')
  const watched = (metric: string) => alarms.filter(({ Properties }) => Properties.MetricName === metric)

  it('watch errors and throttles of every function, the API, the dead letters and the lag', () => {
    for (const metric of ['Errors', 'Throttles']) {
      const functions = watched(metric).map(({ Properties }) => Properties.Dimensions[0].Value.Ref)
      // What joining anew fails on for good becomes a dead letter, which rings.
      const watchedFor = handlerNames.filter((name) => name !== 'rejoin')
      expect(functions.sort()).toEqual(watchedFor.map((handler) => production.lambda(handler).id).sort())
    }
    expect(one(watched('5xx')).Properties.Namespace).toBe('AWS/ApiGateway')
    expect(one(watched('ApproximateNumberOfMessagesVisible')).Properties).toMatchObject({ Threshold: 1, Statistic: 'Maximum' })
    expect(one(watched('IteratorAge')).Properties.Statistic).toBe('Maximum')
  })

  it('each tell the topic, which alarms may reach, and the operator by mail', () => {
    for (const { Properties } of alarms) {
      expect(JSON.stringify(Properties.AlarmActions)).toContain('Alarms')
      expect(Properties.AlarmDescription).toMatch(/^Vliegwiel: /)
      expect(Properties.TreatMissingData).toBe('notBreaching')
    }
    const policy = statements(one(production.everywhere('AWS::SNS::TopicPolicy')).Properties.PolicyDocument)
    const cloudwatch = policy.filter(({ principal }) => principal === '{"Service":"cloudwatch.amazonaws.com"}')
    expect(allows(cloudwatch, 'sns:Publish')).toBe(true)
    expect(cloudwatch[0]?.Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } })
    expect(production.everywhere('AWS::SNS::Subscription')).toEqual([])
    const mailed = deploy(hardened)
    expect(one(mailed.everywhere('AWS::SNS::Subscription')).Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'beheer@example.nl',
    })
  })
})

describe('functions', () => {
  it.each(handlerNames)('%s runs on Node 24 and ARM with a log of its own', (handler) => {
    const { Properties } = production.lambda(handler)
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' })
    expect(Properties.LoggingConfig.LogGroup.Ref).toMatch(/Log/)
    expect(Properties.TracingConfig).toBeUndefined()
    expect(deploy(hardened).lambda(handler).Properties.TracingConfig).toEqual({ Mode: 'Active' })
  })

  it('logs are not kept for ever', () => {
    const logs = production.everywhere('AWS::Logs::LogGroup')
    expect(logs.length).toBeGreaterThan(handlerNames.length)
    for (const { id, Properties } of logs) expect(Properties.RetentionInDays, id).toBe(30)
  })

  it('concurrency is reserved only where the operator asks for it', () => {
    const limited = deploy(hardened)
    expect(limited.lambda('participation').Properties.ReservedConcurrentExecutions).toBe(20)
    for (const handler of handlerNames) {
      expect(production.lambda(handler).Properties.ReservedConcurrentExecutions).toBeUndefined()
    }
  })
})

describe('secrets', () => {
  it.each([
    ['by default', production],
    ['hardened', deploy(hardened)],
  ])('%s no template or asset holds one: they are references', (_, deployed) => {
    deployed.app.synth()
    const suspicious = /secret|password|token|credential/i
    const walk = (value: Json, name: string): void => {
      if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, key)
      else if (suspicious.test(name) && typeof value === 'string') expect(value, name).toMatch(/^\{\{resolve:|^true$|^false$/)
    }
    for (const stack of Object.keys(deployed.stacks) as (keyof typeof deployed.stacks)[]) {
      for (const { Type, Properties } of Object.values(deployed.template(stack).Resources as Record<string, Json>)) {
        if (Type === 'AWS::Lambda::Function') walk(Properties.Environment ?? {}, '')
        if (Type === 'AWS::CloudFront::Distribution') walk(Properties, '')
      }
    }
    for (const file of readdirSync(deployed.folder).filter((name) => name.endsWith('.json'))) {
      expect(readFileSync(join(deployed.folder, file), 'utf8')).not.toMatch(/AKIA[0-9A-Z]{16}|-----BEGIN|aws_secret_access_key/i)
    }
  })
})

describe('synthesis', () => {
  it.each<[string, Record<string, string>]>([
    ['production', {}],
    ['a test stage', { stage: 'test' }],
    ['everything switched on', hardened],
  ])('cdk-nag has no finding without a reason: %s', (_, chosen) => {
    expect(() => deploy(chosen).app.synth()).not.toThrow()
  })

  it('cdk-nag is really asked: an open bucket is refused', () => {
    const deployed = new Deployed({ stage: 'test' })
    new Bucket(deployed.stacks.data, 'Open')
    expect(() => deployed.app.synth()).toThrow()
  })

  it('gives the same templates twice', () => {
    const written = () => {
      const deployed = new Deployed(hardened)
      deployed.app.synth()
      const templates = readdirSync(deployed.folder).filter((name) => name.endsWith('.template.json'))
      return Object.fromEntries(templates.map((name) => [name, readFileSync(join(deployed.folder, name), 'utf8')]))
    }
    const first = written()
    expect(Object.keys(first)).toHaveLength(4)
    expect(written()).toEqual(first)
  })

  it('the bare command works without an account, credentials or network settings of AWS', () => {
    const home = scratch('home')
    const { status, stderr } = spawnSync('npx', ['cdk', 'synth', '--quiet', '--output', join(home, 'cdk.out')], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: home, AWS_EC2_METADATA_DISABLED: 'true' },
    })
    expect(status, stderr).toBe(0)
    expect(readdirSync(join(home, 'cdk.out')).filter((name) => name.endsWith('.template.json'))).toHaveLength(3)
  })
})

/** After a new catalogue: who hears of it, how long is waited, what becomes of what fails. And how geodata is served. */
import { describe, expect, it } from 'vitest'
import { rejoinTimeout, settleTime } from '#functions/settle-time.ts'
import { allows, deployed as deploy, hardened, type Json, one, statements } from './deployed.ts'

describe.each([
  ['by default', deploy()],
  ['hardened', deploy(hardened)],
])('%s, joining anew', (_, deployed) => {
  const machine = one(deployed.everywhere('AWS::StepFunctions::StateMachine'))
  /** The definition with references as {name}. */
  const definition = JSON.parse(
    machine.Properties.DefinitionString['Fn::Join'][1]
      .map((part: Json) => (typeof part === 'string' ? part : `{${Object.values(part).flat().join('.')}}`))
      .join(''),
  )
  const { Settle, Page, More, SetAside, Failed } = definition.States

  it('begins when the catalogue is put into the bucket, and at no other file', () => {
    const bucket = one(deployed.everywhere('AWS::S3::Bucket').filter(({ id }) => id.startsWith('Geodata')))
    expect(bucket.Properties.NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } })
    const rule = one(deployed.everywhere('AWS::Events::Rule')).Properties
    expect(rule.EventPattern).toMatchObject({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { object: { key: ['geodata/catalogue.json'] } },
    })
    expect(JSON.stringify(rule.EventPattern.detail.bucket.name)).toContain('Geodata')
    expect(one(rule.Targets)).toMatchObject({ Arn: { Ref: machine.id }, Input: '{}' })
    expect(rule.State).toBe('ENABLED')
  })

  it('waits longer than anybody can go on joining with the old catalogue', () => {
    expect(Settle).toMatchObject({ Type: 'Wait', Seconds: settleTime })
    /** Seconds that a process believes a catalogue without looking again. */
    const believed = 2
    const timeout = (handler: 'participation' | 'rejoin') => deployed.lambda(handler).Properties.Timeout
    expect(timeout('participation') + believed).toBeLessThan(settleTime)
    expect(timeout('rejoin')).toBe(rejoinTimeout)
    expect(rejoinTimeout + believed).toBeLessThan(settleTime)
  })

  it('hands each answer back as the next question, until it is done', () => {
    expect(definition.StartAt).toBe('Settle')
    expect(Settle.Next).toBe('Page')
    expect(Page).toMatchObject({
      Type: 'Task',
      Next: 'More',
      Resource: expect.stringMatching(/^\{RejoinPageFunction\w+\.Arn\}$/),
    })
    for (const field of ['InputPath', 'Parameters', 'ResultPath', 'ResultSelector', 'OutputPath'])
      expect(Page[field]).toBeUndefined()
    expect(More.Choices).toEqual([{ Variable: '$.done', BooleanEquals: true, Next: 'Done' }])
    expect(More.Default).toBe('Page')
    expect(machine.Properties.StateMachineType ?? 'STANDARD').toBe('STANDARD')
  })

  it('tries again for more than an hour, and then leaves a dead letter, which rings', () => {
    const [{ ErrorEquals, IntervalSeconds, BackoffRate, MaxDelaySeconds, MaxAttempts }] = Page.Retry
    expect(ErrorEquals).toEqual(['States.ALL'])
    const pauses = Array.from({ length: MaxAttempts }, (_, n) => Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** n))
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(3600)
    expect(Page.Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'SetAside' }])
    expect(SetAside.Resource).toMatch(/:states:::sqs:sendMessage$/)
    expect(SetAside.Parameters.QueueUrl).toContain('DeadLetters')
    expect(SetAside.Next).toBe('Failed')
    expect(Failed.Type).toBe('Fail')
    const letters = one(deployed.everywhere('AWS::CloudWatch::Alarm').filter(({ id }) => id.startsWith('DeadLetterAlarm')))
    expect(letters.Properties.MetricName).toBe('ApproximateNumberOfMessagesVisible')
  })

  it('may call that one function and send that one message; the rule may start that one machine', () => {
    const roleOf = (policy: Json): string => policy.Properties.Roles[0].Ref
    const granted = (role: string) =>
      deployed
        .everywhere('AWS::IAM::Policy')
        .filter((policy) => roleOf(policy) === role)
        .flatMap(({ Properties }) => statements(Properties.PolicyDocument))
    const own = granted(machine.Properties.RoleArn['Fn::GetAtt'][0])
    expect(allows(own, 'lambda:InvokeFunction')).toBe(true)
    expect(allows(own, 'sqs:SendMessage')).toBe(true)
    for (const { actions, resources } of own) {
      for (const action of actions)
        expect(action).toMatch(/^(lambda:InvokeFunction|sqs:SendMessage|kms:(Decrypt|GenerateDataKey)|xray:\w+)$/)
      if (!actions.every((action) => action.startsWith('xray:'))) expect(resources.join()).not.toContain('*')
    }
    const rule = one(deployed.everywhere('AWS::Events::Rule')).Properties
    const starting = granted(one<Json>(rule.Targets).RoleArn['Fn::GetAtt'][0])
    expect(starting.flatMap(({ actions }) => actions)).toEqual(['states:StartExecution'])
    expect(starting.flatMap(({ resources }) => resources)).toEqual([JSON.stringify({ Ref: machine.id })])
  })
})

describe('geodata', () => {
  const deployed = deploy()
  const { CacheBehaviors } = deployed.distribution
  const behaviour = one(CacheBehaviors.filter(({ PathPattern }: Json) => PathPattern === '/geodata/*')) as Json

  it('is served in ranges: CloudFront passes them on and keeps the file by its path alone', () => {
    expect(behaviour.AllowedMethods.sort()).toEqual(['GET', 'HEAD', 'OPTIONS'])
    // A request policy could take the Range header from the key or hide it from the bucket; without one CloudFront handles ranges itself.
    expect(behaviour.OriginRequestPolicyId).toBeUndefined()
    expect(behaviour.FunctionAssociations ?? []).toEqual([])
    expect(behaviour.LambdaFunctionAssociations ?? []).toEqual([])
    const policy = one(deployed.everywhere('AWS::CloudFront::CachePolicy').filter(({ id }) => id === behaviour.CachePolicyId.Ref))
    const { ParametersInCacheKeyAndForwardedToOrigin: key, ...times } = policy.Properties.CachePolicyConfig
    expect(key).toMatchObject({ HeadersConfig: { HeaderBehavior: 'none' }, QueryStringsConfig: { QueryStringBehavior: 'none' } })
    // What publish says of each file holds: a year for names that never change, asking each time for the catalogue.
    expect(times).toMatchObject({ MinTTL: 0, DefaultTTL: 0 })
    expect(times.MaxTTL).toBeGreaterThanOrEqual(31_536_000)
  })

  it('may be read in ranges by maps elsewhere', () => {
    const headers = one(
      deployed
        .everywhere('AWS::CloudFront::ResponseHeadersPolicy')
        .filter(({ id }) => id === behaviour.ResponseHeadersPolicyId.Ref),
    )
    const cors = headers.Properties.ResponseHeadersPolicyConfig.CorsConfig
    expect(cors.AccessControlAllowHeaders.Items).toEqual(['*'])
    expect(cors.AccessControlExposeHeaders.Items).toEqual(expect.arrayContaining(['Content-Range', 'ETag']))
  })

  it('its bucket forgets uploads that were broken off', () => {
    const bucket = one(deployed.everywhere('AWS::S3::Bucket').filter(({ id }) => id.startsWith('Geodata')))
    expect(one<Json>(bucket.Properties.LifecycleConfiguration.Rules)).toMatchObject({
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      Status: 'Enabled',
    })
  })
})

/** Who may do what: IAM as it would be deployed. */
import { describe, expect, it } from 'vitest'
import { handlerNames } from '#cdk/bundling.ts'
import { allows, deployed as deploy, hardened, one, statements } from './deployed.ts'

const itemWrites = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete']
const tableNames = [
  ...['DeleteTable', 'UpdateTable', 'CreateTable', 'UpdateTimeToLive', 'UpdateContinuousBackups', 'CreateBackup', 'DeleteBackup'],
  ...['RestoreTableToPointInTime', 'ExportTableToPointInTime', 'ImportTable', 'PutResourcePolicy', 'DeleteResourcePolicy'],
]
const dynamodb = (names: readonly string[]) => names.map((name) => `dynamodb:${name}`)

describe.each([
  ['by default', deploy()],
  ['hardened', deploy(hardened)],
])('%s', (_, deployed) => {
  it.each(['open-data', 'download'] as const)('%s reads the table and its indexes, and cannot write', (handler) => {
    const allowed = deployed.mayDo(handler)
    for (const action of dynamodb(['GetItem', 'BatchGetItem', 'Query'])) expect(allows(allowed, action), action).toBe(true)
    for (const action of dynamodb([...itemWrites, ...tableNames])) expect(allows(allowed, action), action).toBe(false)
    expect(allows(allowed, 'dynamodb:ConditionCheckItem')).toBe(false)
  })

  it.each(['participation', 'stream'] as const)('%s writes items, and cannot touch the table itself', (handler) => {
    const allowed = deployed.mayDo(handler)
    for (const action of dynamodb(['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'])) {
      expect(allows(allowed, action), action).toBe(true)
    }
    for (const action of dynamodb(tableNames)) expect(allows(allowed, action), action).toBe(false)
  })

  it.each(handlerNames)('%s cannot read a whole table, files, secrets, other functions or roles', (handler) => {
    const foreign = ['s3:GetObject', 's3:PutObject', 'secretsmanager:GetSecretValue', 'ssm:GetParameter']
    for (const action of [...foreign, 'lambda:InvokeFunction', 'iam:PassRole', 'sts:AssumeRole', 'sns:Publish']) {
      expect(allows(deployed.mayDo(handler), action), action).toBe(false)
    }
  })

  it.each(handlerNames.filter((name) => name !== 'rejoin'))('%s cannot look at a whole table', (handler) => {
    expect(allows(deployed.mayDo(handler), 'dynamodb:Scan')).toBe(false)
  })

  it('joining anew looks at the whole table and changes items in place: it puts and deletes none, and asks no index', () => {
    const allowed = deployed.mayDo('rejoin')
    for (const action of dynamodb(['Scan', 'GetItem', 'UpdateItem'])) expect(allows(allowed, action), action).toBe(true)
    const never = ['PutItem', 'DeleteItem', 'BatchWriteItem', 'BatchGetItem', 'Query', 'ConditionCheckItem', ...tableNames]
    for (const action of dynamodb(never)) expect(allows(allowed, action), action).toBe(false)
  })

  it('only the stream function reads the stream, and only it and joining anew send dead letters', () => {
    for (const action of ['dynamodb:GetRecords', 'dynamodb:GetShardIterator']) {
      expect(handlerNames.filter((handler) => allows(deployed.mayDo(handler), action))).toEqual(['stream'])
    }
    expect(handlerNames.filter((handler) => allows(deployed.mayDo(handler), 'sqs:SendMessage'))).toEqual(['stream', 'rejoin'])
    for (const handler of handlerNames) expect(allows(deployed.mayDo(handler), 'sqs:ReceiveMessage')).toBe(false)
  })

  it('no statement of a function names every resource, but for the two services that know none', () => {
    const withoutResources = ['dynamodb:ListStreams', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords']
    for (const { actions, resources } of handlerNames.flatMap((handler) => deployed.mayDo(handler))) {
      if (resources.includes('*')) expect(withoutResources).toEqual(expect.arrayContaining([...actions]))
      else for (const resource of resources) expect(resource).not.toMatch(/\*/)
      for (const action of actions) expect(action).toMatch(/^(dynamodb|logs|sqs|xray|kms):\w+\*?$/)
    }
  })

  it('each function has a role of its own without managed policies, which only Lambda may take', () => {
    const roles = handlerNames.map((handler) => deployed.lambda(handler).Properties.Role['Fn::GetAtt'][0])
    expect(new Set(roles).size).toBe(handlerNames.length)
    for (const role of deployed.everywhere('AWS::IAM::Role').filter(({ id }) => roles.includes(id))) {
      expect(role.Properties.ManagedPolicyArns).toBeUndefined()
      const trust = one(statements(role.Properties.AssumeRolePolicyDocument))
      expect(trust.principal).toBe('{"Service":"lambda.amazonaws.com"}')
    }
  })

  it('only this distribution may call the download, by both actions that AWS asks for', () => {
    const invokers = deployed.invokers('download').map(({ Properties }) => Properties)
    expect(invokers.map(({ Action }) => Action).sort()).toEqual(['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'])
    const distribution = one(deployed.everywhere('AWS::CloudFront::Distribution')).id
    for (const { Principal, SourceArn } of invokers) {
      expect(Principal).toBe('cloudfront.amazonaws.com')
      expect(JSON.stringify(SourceArn)).toContain(`":distribution/",{"Ref":"${distribution}"}`)
    }
    const url = one(deployed.everywhere('AWS::Lambda::Url')).Properties
    expect(url).toMatchObject({ AuthType: 'AWS_IAM', InvokeMode: 'RESPONSE_STREAM' })
    expect(url.Cors).toBeUndefined()
  })

  it('only this API may call the functions behind it, and nobody those that count and join anew, but by their own role', () => {
    for (const handler of ['open-data', 'participation'] as const) {
      const invokers = deployed.invokers(handler)
      expect(invokers.length).toBeGreaterThan(0)
      for (const { Properties } of invokers) {
        expect(Properties).toMatchObject({ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' })
        expect(JSON.stringify(Properties.SourceArn)).toMatch(/execute-api.*ExportsOutputRefApi/)
      }
    }
    expect([...deployed.invokers('stream'), ...deployed.invokers('rejoin')]).toEqual([])
  })

  it('no bucket is public, and each refuses what is not encrypted on its way', () => {
    const buckets = deployed.everywhere('AWS::S3::Bucket')
    expect(buckets.length).toBeGreaterThanOrEqual(2)
    const policies = deployed.everywhere('AWS::S3::BucketPolicy')
    for (const bucket of buckets) {
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
      expect(bucket.Properties.BucketEncryption).toBeDefined()
      const policy = one(policies.filter(({ Properties }) => Properties.Bucket.Ref === bucket.id))
      const all = statements(policy.Properties.PolicyDocument)
      const plain = all.filter(
        ({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false',
      )
      expect(plain[0]).toMatchObject({ actions: ['s3:*'], principal: '{"AWS":"*"}' })
    }
  })

  it('whoever may read a bucket is this distribution, or cleans up a test stage', () => {
    for (const { Properties } of deployed.everywhere('AWS::S3::BucketPolicy')) {
      for (const { Effect, principal, actions, Condition } of statements(Properties.PolicyDocument)) {
        if (Effect === 'Deny') continue
        expect(principal).toBe('{"Service":"cloudfront.amazonaws.com"}')
        expect(['s3:GetObject', 's3:ListBucket']).toEqual(expect.arrayContaining([...actions]))
        expect(JSON.stringify(Condition)).toContain('"AWS:SourceArn"')
      }
    }
  })
})

describe('with the hardening switch', () => {
  const deployed = deploy(hardened)
  it('table and dead letters are kept under one key that turns every year', () => {
    const key = one(deployed.everywhere('AWS::KMS::Key'))
    expect(key.Properties.EnableKeyRotation).toBe(true)
    const table = one(deployed.everywhere('AWS::DynamoDB::Table')).Properties
    expect(table.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' })
    expect(one(deployed.everywhere('AWS::SQS::Queue')).Properties.KmsMasterKeyId).toBeDefined()
    expect(one(deployed.everywhere('AWS::SNS::Topic')).Properties.KmsMasterKeyId).toBeDefined()
    for (const handler of handlerNames) expect(allows(deployed.mayDo(handler), 'kms:Decrypt'), handler).toBe(true)
    for (const handler of ['open-data', 'download'] as const) expect(allows(deployed.mayDo(handler), 'kms:Encrypt')).toBe(false)
  })

  it('a firewall stands before the distribution and slows down who asks too much', () => {
    const acl = one(deployed.resources('firewall', 'AWS::WAFv2::WebACL'))
    expect(acl.Properties.Scope).toBe('CLOUDFRONT')
    expect(deployed.stacks.firewall?.region).toBe('us-east-1')
    const limits = acl.Properties.Rules.flatMap(({ Statement }: { Statement: { RateBasedStatement?: { Limit: number } } }) =>
      Statement.RateBasedStatement ? [Statement.RateBasedStatement.Limit] : [],
    )
    // A meeting of a hundred people behind one address is no attack.
    expect(Math.max(...limits)).toBeGreaterThanOrEqual(100 * 100)
    expect(deployed.distribution.WebACLId).toBeDefined()
    expect(deploy().distribution.WebACLId).toBeUndefined()
  })
})

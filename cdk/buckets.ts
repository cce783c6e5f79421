import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { isProduction, type Settings } from './settings.ts'

const privately = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  encryption: BucketEncryption.S3_MANAGED,
} as const

/** A private bucket of published files, which only the distribution reads. Everything in it can be built again. */
export function fileBucket(scope: Construct, id: string, settings: Settings): Bucket {
  const bucket = new Bucket(scope, id, {
    ...privately,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    ...(isProduction(settings)
      ? { removalPolicy: RemovalPolicy.RETAIN }
      : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true }),
  })
  acknowledge(bucket, {
    'AwsSolutions-S1': 'Only CloudFront reads this bucket; its own access log (setting accessLogs) shows every request.',
  })
  return bucket
}

/** A bucket of published geodata: says when something is put there, and forgets uploads that were broken off. */
export function geodataBucket(scope: Construct, id: string, settings: Settings): Bucket {
  const bucket = fileBucket(scope, id, settings)
  // By CloudFormation itself; CDK's own way brings a function that does the same.
  const resource = bucket.node.defaultChild as CfnBucket
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
  bucket.addLifecycleRule({ abortIncompleteMultipartUploadAfter: Duration.days(1) })
  return bucket
}

/** CloudFront's access log: personal data (addresses), so it is deleted after 30 days. */
export function logBucket(scope: Construct, id: string): Bucket {
  const bucket = new Bucket(scope, id, {
    ...privately,
    // CloudFront's standard log delivery writes by an access control list.
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(30) }],
    removalPolicy: RemovalPolicy.RETAIN,
  })
  acknowledge(bucket, { 'AwsSolutions-S1': 'This bucket is the log; a log of its log would never end.' })
  return bucket
}

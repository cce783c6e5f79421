/** What a deployment puts into the web app's bucket: the app and its configuration, each with the time it may be kept. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Annotations, type CfnElement, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, type BucketDeploymentProps, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { RemovalPolicy } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Settings } from './settings.ts'

/** Named by their content, so never out of date. */
const forever = CacheControl.fromString('public, max-age=31536000, immutable')
/** Kept, but asked after each time. */
const askFirst = CacheControl.fromString('no-cache')

/** Made for servers that compress nothing themselves; CloudFront does. */
const compressedSisters = ['**/*.br', '**/*.gz']

export interface ContentsProps {
  readonly settings: Settings
  readonly web: IBucket
  /** Folder of the built web app. */
  readonly webFolder: string
}

export class Contents extends Construct {
  private readonly common: Pick<BucketDeploymentProps, 'memoryLimit' | 'logGroup' | 'prune' | 'retainOnDelete'>

  constructor(scope: Construct, id: string, props: ContentsProps) {
    super(scope, id)
    this.common = {
      memoryLimit: 512,
      logGroup: new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
      // Files of an earlier deployment stay, so that pages that are open go on working.
      prune: false,
      retainOnDelete: true,
    }
    this.publishWeb(props)
    this.acknowledgeFindings(props)
  }

  /** First the files that pages refer to, then the pages. */
  private publishWeb({ settings, web, webFolder }: ContentsProps): void {
    const config = Source.jsonData('config.json', settings.site)
    if (!existsSync(join(webFolder, 'index.html'))) {
      this.warn('web-not-built', `${webFolder} is missing: run npm run build, else the site has no pages`)
      this.publish('Pages', { sources: [config], destinationBucket: web, cacheControl: [askFirst] })
      return
    }
    const source = Source.asset(webFolder, { exclude: compressedSisters })
    const assets = this.publish('Assets', {
      sources: [source],
      destinationBucket: web,
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [forever],
    })
    const pages = this.publish('Pages', {
      sources: [source, config],
      destinationBucket: web,
      exclude: ['assets/*'],
      cacheControl: [askFirst],
    })
    pages.node.addDependency(assets)
  }

  private publish(id: string, props: BucketDeploymentProps): BucketDeployment {
    return new BucketDeployment(this, id, { ...this.common, ...props })
  }

  private warn(id: string, message: string): void {
    Annotations.of(this).addWarningV2(`vliegwiel:${id}`, message)
  }

  /** CDK makes one function for all deployments of a stack, outside of them. */
  private acknowledgeFindings({ web }: ContentsProps): void {
    const stack = Stack.of(this)
    const reason =
      "CDK's own upload function: it runs while deploying only, reads the bootstrap bucket and writes this one, file by file."
    const actions = ['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*']
    const bucket = `<${stack.getLogicalId(web.node.defaultChild as CfnElement)}.Arn>`
    const bootstrap = `arn:${stack.partition}:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-<AWS::AccountId>-${stack.region}`
    const findings = {
      'AwsSolutions-L1': "CDK's own upload function runs on the Python that CDK ships it for; it serves no visitor.",
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': reason,
      ...Object.fromEntries(actions.map((action) => [`AwsSolutions-IAM5[Action::${action}]`, reason])),
      ...Object.fromEntries([bucket, bootstrap].map((arn) => [`AwsSolutions-IAM5[Resource::${arn}/*]`, reason])),
    }
    for (const child of stack.node.children) {
      if (child.node.id.startsWith('Custom::CDKBucketDeployment')) acknowledge(child, findings)
    }
  }
}

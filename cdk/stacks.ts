/** The whole of Vliegwiel in one account: its stacks, in the order in which they lean on each other. */
import { App, Tags, Validations } from 'aws-cdk-lib'
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { AwsSolutionsChecks } from 'cdk-nag'
import { ApiStack } from './api-stack.ts'
import { DataStack } from './data-stack.ts'
import { DeliveryStack } from './delivery-stack.ts'
import { FirewallStack } from './firewall-stack.ts'
import { type Folders, productFolders } from './folders.ts'
import type { Settings } from './settings.ts'

export interface Stacks {
  readonly data: DataStack
  readonly delivery: DeliveryStack
  readonly api: ApiStack
  /** With the hardening switch only. */
  readonly firewall?: FirewallStack
}

const flags = {
  ...recommendedFlags,
  // As exports: a stack that another leans on cannot be deleted from under it.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
}

/** An app with every behaviour that CDK recommends to new ones, wherever it is made. @param outdir where to write; else the CLI says */
export function newApp(outdir?: string): App {
  return new App({ context: flags, outdir })
}

export function addStacks(app: App, settings: Settings, folders: Folders = productFolders): Stacks {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }))
  Tags.of(app).add('application', 'vliegwiel')
  Tags.of(app).add('stage', settings.stage)
  const name = (subject: string) => `Vliegwiel-${settings.stage}-${subject}`
  const env = { region: settings.region }

  const firewall = settings.hardening
    ? new FirewallStack(app, name('Firewall'), { env: { region: 'us-east-1' }, crossRegionReferences: true })
    : undefined
  const data = new DataStack(app, name('Data'), settings, { env })
  const delivery = new DeliveryStack(app, name('Delivery'), {
    env,
    settings,
    dataStack: data,
    folders,
    ...(firewall ? { webAclArn: firewall.webAclArn, crossRegionReferences: true } : {}),
  })
  const api = new ApiStack(app, name('Api'), { env, settings, dataStack: data, delivery, folders })
  return { data, delivery, api, ...(firewall ? { firewall } : {}) }
}

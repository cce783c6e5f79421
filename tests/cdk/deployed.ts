/** Synthesises Vliegwiel and answers questions about what would be deployed. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { type HandlerName, handlerNames } from '#cdk/bundling.ts'
import { type Folders, productFolders } from '#cdk/folders.ts'
import { readSettings, type SettingName } from '#cdk/settings.ts'
import { addStacks, newApp, type Stacks } from '#cdk/stacks.ts'
import { scratch } from './scratch.ts'

/** CloudFormation, as loosely typed as CDK's own assertions give it; a wrong path fails the assertion made on it. */
export type Json = ReturnType<Template['toJSON']>[string]
export interface Resource {
  readonly id: string
  readonly Type: string
  readonly Properties: Json
  readonly DeletionPolicy?: string
}
export interface Statement {
  readonly Effect: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly principal: string
  readonly Condition?: Json
}

export type Chosen = Partial<Record<SettingName, string>>

/** Everything switched on. */
export const hardened: Chosen = {
  hardening: 'true',
  tracing: 'true',
  accessLogs: 'true',
  submitConcurrency: '20',
  alarmEmail: 'beheer@example.nl',
  domain: 'vliegwiel.example.nl',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1234',
}

export class Deployed {
  readonly app: App
  readonly stacks: Stacks
  readonly folder: string

  constructor(chosen: Chosen = {}, folders: Partial<Folders> = {}) {
    this.folder = scratch('cdk')
    this.app = newApp(this.folder)
    const built = { web: folderWith(['index.html']), handlers: emptyHandlers() }
    const settings = readSettings((name) => chosen[name as SettingName], {})
    this.stacks = addStacks(this.app, settings, { ...productFolders, ...built, ...folders })
  }

  template(stack: keyof Stacks): Json {
    const found = this.stacks[stack]
    if (!found) throw new Error(`there is no ${stack} stack`)
    return Template.fromStack(found).toJSON()
  }

  resources(stack: keyof Stacks, type: string): Resource[] {
    const all = Object.entries(this.template(stack).Resources as Record<string, Omit<Resource, 'id'>>)
    return all.filter(([, { Type }]) => Type === type).map(([id, resource]) => ({ id, ...resource }))
  }

  everywhere(type: string): Resource[] {
    return (Object.keys(this.stacks) as (keyof Stacks)[]).flatMap((stack) => this.resources(stack, type))
  }

  /** Vliegwiel's own function, not one that CDK brings for deploying. */
  lambda(handler: HandlerName): Resource {
    return one(this.everywhere('AWS::Lambda::Function').filter(({ id }) => id.startsWith(lambdaIds[handler])))
  }

  /** What the function's own role may do. */
  mayDo(handler: HandlerName): Statement[] {
    const role = this.lambda(handler).Properties.Role['Fn::GetAtt'][0]
    const policies = this.everywhere('AWS::IAM::Policy').filter(({ Properties }) =>
      Properties.Roles.some(({ Ref }: Json) => Ref === role),
    )
    return policies.flatMap(({ Properties }) => statements(Properties.PolicyDocument))
  }

  /** Who may invoke the function, as its resource policy says. */
  invokers(handler: HandlerName): Resource[] {
    const { id } = this.lambda(handler)
    const urls = this.everywhere('AWS::Lambda::Url').filter(
      ({ Properties }) => Properties.TargetFunctionArn['Fn::GetAtt'][0] === id,
    )
    const names = [id, ...urls.map((url) => url.id)]
    return this.everywhere('AWS::Lambda::Permission').filter(({ Properties }) =>
      names.includes(Properties.FunctionName['Fn::GetAtt'][0]),
    )
  }

  get distribution(): Json {
    return one(this.everywhere('AWS::CloudFront::Distribution')).Properties.DistributionConfig
  }
}

/** A new folder that holds these files, each with its own name in it. */
export function folderWith(files: readonly string[]): string {
  const folder = scratch('built')
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
  return folder
}

/** Handlers that do nothing, for tests of templates: quick to bundle. bundles.test.ts takes the product's. */
function emptyHandlers(): string {
  const folder = scratch('handlers')
  for (const name of handlerNames) writeFileSync(join(folder, `${name}.ts`), `export const handler = async () => '${name}'`)
  return folder
}

const made = new Map<string, Deployed>()
/** One synthesis per choice of settings in a test file; for tests that only look. */
export function deployed(chosen: Chosen = {}): Deployed {
  const name = JSON.stringify(chosen)
  const found = made.get(name) ?? new Deployed(chosen)
  made.set(name, found)
  return found
}

const lambdaIds: Record<HandlerName, string> = {
  'open-data': 'OpenDataFunction',
  participation: 'ParticipationFunction',
  download: 'DownloadFunction',
  stream: 'StreamFunction',
  rejoin: 'RejoinPageFunction',
}

export function one<T>(list: readonly T[]): T {
  const [first] = list
  if (list.length !== 1 || first === undefined) throw new Error(`expected one, found ${list.length}`)
  return first
}

export function statements(document: Json): Statement[] {
  const list = (value: Json): string[] =>
    [value ?? []].flat().map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)))
  return document.Statement.map((statement: Json) => ({
    Effect: statement.Effect,
    Condition: statement.Condition,
    actions: list(statement.Action),
    resources: list(statement.Resource),
    principal: JSON.stringify(statement.Principal ?? null),
  }))
}

/** Does any statement allow the action, also by wildcard? */
export function allows(all: readonly Statement[], action: string): boolean {
  const matches = (pattern: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(action)
  return all.some(({ Effect, actions }) => Effect === 'Allow' && actions.some(matches))
}

/**
 * `npm run deploy -- [-c setting=value …] [options of cdk deploy]`: checks what it can before anything is touched, builds the web app,
 * deploys every stack, and says what to do next.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings, type Settings } from './settings.ts'

type Variables = Readonly<Record<string, string | undefined>>

const root = fileURLToPath(new URL('..', import.meta.url))
const outputsFile = '.cache/cdk.outputs.json'

/** The `-c name=value` among the arguments, as `cdk` itself reads them; the last of a name counts. */
export function contextOf(args: readonly string[]): Record<string, string> {
  const pairs = args.flatMap((arg, index) => {
    if (arg === '-c' || arg === '--context') return [args[index + 1] ?? '']
    const [, pair] = /^(?:--context=|-c=?)(\w+=.*)$/.exec(arg) ?? []
    return pair === undefined ? [] : [pair]
  })
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
}

/** Settings that the operator keeps in cdk.context.json, where `cdk` reads them too. */
function keptContext(): Record<string, unknown> {
  const file = join(root, 'cdk.context.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** What stands in the way of deploying, in sentences that say what to do. AWS itself is not asked. */
export function obstacles(variables: Variables, home: string): string[] {
  const named = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE']
  const container = ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI']
  const files = [
    variables.AWS_SHARED_CREDENTIALS_FILE ?? join(home, '.aws/credentials'),
    variables.AWS_CONFIG_FILE ?? join(home, '.aws/config'),
  ]
  if ([...named, ...container].some((name) => variables[name]) || files.some((file) => existsSync(file))) return []
  return [
    'No AWS credentials were found. Sign in to the account that is to run the site, for instance with `aws configure sso` and then `aws sso login`, and set AWS_PROFILE.',
  ]
}

/** What `cdk deploy` may have failed on, with the remedy. */
export function remedies(settings: Settings): string {
  const regions = settings.hardening ? [settings.region, 'us-east-1'] : [settings.region]
  const bootstrap = regions.map((region) => `npx cdk bootstrap aws://ACCOUNT/${region}`).join(' and ')
  return [
    'The deployment stopped; the lines above say where. What is often the matter:',
    `- the account was never prepared for CDK: run ${bootstrap}, once per account;`,
    '- the credentials have run out: sign in again;',
    '- a new account has a small limit of concurrent functions: leave submitConcurrency out.',
    'AWS has set back the stack that failed. After mending it, run the command again: it goes on from there.',
  ].join('\n')
}

type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What the operator needs to know once it stands. */
export function nextSteps(settings: Settings, outputs: Outputs): string {
  const output = (stack: string, name: string): string =>
    outputs[`Vliegwiel-${settings.stage}-${stack}`]?.[name] ?? `(see output ${name})`
  const table = output('Data', 'TableName')
  return [
    '',
    `The site: ${output('Delivery', 'Address')}`,
    ...(settings.domain
      ? [`Let ${settings.domain.name} point to ${output('Delivery', 'DistributionDomain')} (CNAME or alias).`]
      : []),
    `The table: ${table}`,
    '',
    `Publish the layers:   npm run geodata -- publish --bucket ${output('Delivery', 'GeodataBucket')} --region ${settings.region}`,
    `Hide a contribution:  AWS_REGION=${settings.region} npm run moderate -- hide <id> --table ${table}`,
    ...(settings.alarmEmail
      ? [`Alarms go to ${settings.alarmEmail}: confirm the message that AWS has sent there.`]
      : ['Nobody hears the alarms yet: deploy with -c alarmEmail=you@example.nl.']),
    'The rest of the first day is in cdk/README.md.',
  ].join('\n')
}

function run(script: string, args: readonly string[]): boolean {
  return spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status === 0
}

function main(args: readonly string[]): number {
  const context = { ...keptContext(), ...contextOf(args) }
  const settings = readSettings((name) => context[name], process.env)
  const inTheWay = obstacles(process.env, homedir())
  if (inTheWay.length > 0) {
    console.error(inTheWay.join('\n'))
    return 1
  }
  if (!run('node_modules/vite/bin/vite.js', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'])) {
    console.error('The web app could not be built; nothing was deployed.')
    return 1
  }
  if (!run('node_modules/aws-cdk/bin/cdk', ['deploy', '--all', '--outputs-file', outputsFile, ...args])) {
    console.error(`\n${remedies(settings)}`)
    return 1
  }
  console.log(nextSteps(settings, JSON.parse(readFileSync(join(root, outputsFile), 'utf8'))))
  return 0
}

if (import.meta.main) {
  try {
    process.exitCode = main(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

/** What an operator may set, from CDK context (`-c stage=test`, `cdk.context.json`) or from the environment (`VLIEGWIEL_STAGE`). */

export interface Settings {
  /** Part of every stack's name; `production` keeps its data when a stack is deleted. */
  readonly stage: string
  readonly region: string
  /** The site's own name with its certificate (ARN in us-east-1, where CloudFront looks); else CloudFront's name is used. */
  readonly domain?: { readonly name: string; readonly certificate: string }
  /** Where CloudFront has edges for this site: Europe and North America, also Asia and Africa, or everywhere. */
  readonly priceClass: '100' | '200' | 'all'
  /** Served as /config.json: who runs the site, and where its footer links lead. */
  readonly site: {
    readonly operator: string
    readonly accessibility: string | null
    readonly privacy: string | null
    readonly contact: string | null
  }
  /** Alarms go here, once the address has confirmed the subscription. */
  readonly alarmEmail?: string
  /** Firewall on CloudFront and a customer-managed key for the data. */
  readonly hardening: boolean
  /** CloudFront's access logs: they hold visitors' addresses, so they are off unless asked for, and kept for 30 days. */
  readonly accessLogs: boolean
  /** X-Ray traces of the Lambda functions. */
  readonly tracing: boolean
  /** At most this many submissions at the same moment; none set: the account's own limit. */
  readonly submitConcurrency?: number
  /** Version id of the origin secret to deploy, after it was changed by hand; else the newest. */
  readonly originSecretVersion?: string
}

export const settingNames = [
  'stage',
  'region',
  'domain',
  'certificate',
  'priceClass',
  'operator',
  'accessibility',
  'privacy',
  'contact',
  'alarmEmail',
  'hardening',
  'accessLogs',
  'tracing',
  'submitConcurrency',
  'originSecretVersion',
] as const
export type SettingName = (typeof settingNames)[number]

export const isProduction = (settings: Settings): boolean => settings.stage === 'production'

/** `alarmEmail` → `VLIEGWIEL_ALARM_EMAIL` */
export const variableName = (name: SettingName): string =>
  `VLIEGWIEL_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`

/**
 * Reads the settings; context goes before the environment. Throws one Error that names every wrong setting, what was found and
 * what is expected.
 */
export function readSettings(
  context: (name: string) => unknown,
  variables: Readonly<Record<string, string | undefined>>,
): Settings {
  const faults: string[] = []
  const text = (name: SettingName, pattern: RegExp, expected: string): string | undefined => {
    const found = context(name) ?? variables[variableName(name)]
    if (found === undefined || found === null || found === '') return undefined
    if (pattern.test(String(found))) return String(found)
    faults.push(`${name} (or ${variableName(name)}) is "${String(found)}"; expected ${expected}`)
    return undefined
  }
  const flag = (name: SettingName): boolean => text(name, /^(true|false)$/, 'true or false') === 'true'
  const address = (name: SettingName): string | null =>
    text(name, /^(https:\/\/[^\s/]+\S*|mailto:[^\s@]+@\S+)$/, 'an https: or mailto: address') ?? null

  const domain = text('domain', /^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a host name such as vliegwiel.example.nl')
  const certificate = text(
    'certificate',
    /^arn:aws:acm:us-east-1:\d{12}:certificate\/\S+$/,
    'the ARN of a certificate in us-east-1',
  )
  if ((domain === undefined) !== (certificate === undefined))
    faults.push('domain and certificate go together: set both or neither')
  const alarmEmail = text('alarmEmail', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address')
  const submitConcurrency = text('submitConcurrency', /^[1-9]\d{0,3}$/, 'a number from 1 to 9999')
  const originSecretVersion = text('originSecretVersion', /^[\w-]{32,64}$/, 'a Secrets Manager version id')

  const settings: Settings = {
    stage: text('stage', /^[a-z][a-z0-9]{0,15}$/, 'up to 16 small letters and digits') ?? 'production',
    region: text('region', /^[a-z]{2}(-[a-z]+)+-\d$/, 'a region such as eu-central-1') ?? 'eu-central-1',
    ...(domain && certificate ? { domain: { name: domain, certificate } } : {}),
    priceClass: (text('priceClass', /^(100|200|all)$/, '100, 200 or all') ?? '100') as Settings['priceClass'],
    site: {
      operator: text('operator', /^\S.{0,99}$/, 'a name of at most 100 characters') ?? 'Vliegwiel',
      accessibility: address('accessibility'),
      privacy: address('privacy'),
      contact: address('contact'),
    },
    ...(alarmEmail ? { alarmEmail } : {}),
    hardening: flag('hardening'),
    accessLogs: flag('accessLogs'),
    tracing: flag('tracing'),
    ...(submitConcurrency ? { submitConcurrency: Number(submitConcurrency) } : {}),
    ...(originSecretVersion ? { originSecretVersion } : {}),
  }
  if (faults.length > 0) throw new Error(`These settings cannot be used:\n- ${faults.join('\n- ')}`)
  return settings
}

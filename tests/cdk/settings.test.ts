/** What an operator may set, and what `npm run deploy` says. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contextOf, nextSteps, obstacles, remedies } from '#cdk/deploy.ts'
import { readSettings, settingNames, variableName } from '#cdk/settings.ts'
import { hardened } from './deployed.ts'
import { scratch } from './scratch.ts'

const nothing = () => undefined
const from = (context: Record<string, unknown>) => (name: string) => context[name]

describe('settings', () => {
  it('without any: production, without costs that were not asked for', () => {
    expect(readSettings(nothing, {})).toEqual({
      stage: 'production',
      region: 'eu-central-1',
      priceClass: '100',
      site: { operator: 'Vliegwiel', accessibility: null, privacy: null, contact: null },
      hardening: false,
      accessLogs: false,
      tracing: false,
    })
  })

  it('come from context first, then from the environment', () => {
    const variables = { VLIEGWIEL_STAGE: 'proef', VLIEGWIEL_ALARM_EMAIL: 'beheer@example.nl', VLIEGWIEL_HARDENING: 'true' }
    expect(readSettings(from({ stage: 'test' }), variables)).toMatchObject({
      stage: 'test',
      alarmEmail: 'beheer@example.nl',
      hardening: true,
    })
    // cdk.json and cdk.context.json hold real booleans.
    expect(readSettings(from({ hardening: false, accessLogs: true }), variables)).toMatchObject({
      hardening: false,
      accessLogs: true,
    })
    expect(new Set(settingNames.map(variableName)).size).toBe(settingNames.length)
  })

  it('take all that there is', () => {
    expect(
      readSettings(from({ ...hardened, contact: 'mailto:hallo@example.nl', privacy: 'https://example.nl/privacy' }), {}),
    ).toMatchObject({
      domain: { name: 'vliegwiel.example.nl' },
      submitConcurrency: 20,
      site: { contact: 'mailto:hallo@example.nl', privacy: 'https://example.nl/privacy', accessibility: null },
    })
  })

  it('that cannot be used are all named at once, with what was found', () => {
    const wrong = {
      stage: 'Productie!',
      region: 'Nederland',
      domain: 'https://example.nl',
      certificate: 'arn:aws:acm:eu-central-1:123456789012:certificate/x',
      priceClass: '300',
      accessibility: 'javascript:alert(1)',
      privacy: 'http://example.nl',
      alarmEmail: 'niemand',
      hardening: 'ja',
      submitConcurrency: '0',
      originSecretVersion: 'x',
    }
    let message = ''
    try {
      readSettings(from(wrong), {})
    } catch (error) {
      message = String(error)
    }
    for (const [name, found] of Object.entries(wrong))
      expect(message).toContain(`${name} (or ${variableName(name as 'stage')}) is "${found}"`)
  })

  it('want domain and certificate together', () => {
    expect(() => readSettings(from({ domain: 'kaart.example.nl' }), {})).toThrow(/set both or neither/)
  })
})

describe('npm run deploy', () => {
  it('reads context as cdk does', () => {
    expect(contextOf(['-c', 'stage=test', '--require-approval', 'never', '--context', 'operator=Gemeente A=B'])).toEqual({
      stage: 'test',
      operator: 'Gemeente A=B',
    })
    expect(contextOf(['--context=stage=a', '-cstage=b'])).toEqual({ stage: 'b' })
  })

  it('says what to do where nobody is signed in, and nothing where somebody is', () => {
    const home = scratch('home')
    expect(obstacles({}, home)).toEqual([expect.stringContaining('aws sso login')])
    expect(obstacles({ AWS_PROFILE: 'gemeente' }, home)).toEqual([])
    mkdirSync(join(home, '.aws'))
    writeFileSync(join(home, '.aws/config'), '')
    expect(obstacles({}, home)).toEqual([])
  })

  it('names both regions to prepare when there is a firewall', () => {
    expect(remedies(readSettings(nothing, {}))).toMatch(/cdk bootstrap aws:\/\/ACCOUNT\/eu-central-1,/)
    expect(remedies(readSettings(from({ hardening: 'true' }), {}))).toMatch(
      /eu-central-1 and npx cdk bootstrap aws:\/\/ACCOUNT\/us-east-1/,
    )
  })

  it('ends with the address, the table and how to moderate', () => {
    const outputs = {
      'Vliegwiel-production-Delivery': { Address: 'https://d1.cloudfront.net', DistributionDomain: 'd1.cloudfront.net' },
      'Vliegwiel-production-Data': { TableName: 'Vliegwiel-Table-1' },
    }
    const text = nextSteps(readSettings(nothing, {}), outputs)
    expect(text).toContain('https://d1.cloudfront.net')
    expect(text).toContain('AWS_REGION=eu-central-1 npm run moderate -- hide <id> --table Vliegwiel-Table-1')
    expect(text).toMatch(/Nobody hears the alarms yet/)
    const named = nextSteps(readSettings(from(hardened), {}), outputs)
    expect(named).toContain('Let vliegwiel.example.nl point to d1.cloudfront.net')
    expect(named).toContain('beheer@example.nl: confirm')
  })
})

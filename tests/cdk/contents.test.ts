/** What is put into the buckets: everything that was built, each file with the time it may be kept, and nothing beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Annotations, Match } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { Deployed, folderWith, type Json, one } from './deployed.ts'

const web = folderWith([
  'index.html',
  'index.html.br',
  'icon.svg',
  'assets/index-1a.js',
  'assets/index-1a.js.br',
  'assets/index-1a.js.gz',
])
const site = { operator: 'Gemeente Bunnik', privacy: 'https://example.nl/privacy' }
const deployed = new Deployed(site, { web })
deployed.app.synth()

const deployments = deployed.everywhere('Custom::CDKBucketDeployment')
const named = (name: string): Json => deployments.find(({ id }) => id.startsWith(`Contents${name}`)) ?? {}
/** Names of the files in the assets of a deployment, as CDK copied them. */
function filesOf(name: string): string[] {
  const keys: string[] = named(name).Properties.SourceObjectKeys.map((key: string) => key.replace(/\.zip$/, ''))
  return keys.flatMap((key) => readdirSync(join(deployed.folder, `asset.${key}`), { recursive: true, encoding: 'utf8' })).sort()
}

describe('contents of the buckets', () => {
  it('assets of the web app are kept for ever, and put there before the pages that name them', () => {
    expect(named('Assets').Properties).toMatchObject({
      Include: ['assets/*'],
      Exclude: ['*'],
      SystemMetadata: { 'cache-control': 'public, max-age=31536000, immutable' },
    })
    expect(named('Pages').Properties).toMatchObject({ Exclude: ['assets/*'], SystemMetadata: { 'cache-control': 'no-cache' } })
    expect(JSON.stringify(named('Pages').DependsOn)).toContain(named('Assets').id)
    // CloudFront compresses by itself.
    expect(filesOf('Assets')).toEqual(['assets', 'assets/index-1a.js', 'icon.svg', 'index.html'])
  })

  it('config.json says who runs the site', () => {
    expect(filesOf('Pages')).toContain('config.json')
    const [key] = named('Pages').Properties.SourceObjectKeys.filter(
      (name: string) => !named('Assets').Properties.SourceObjectKeys.includes(name),
    )
    const config = JSON.parse(readFileSync(join(deployed.folder, `asset.${key.replace(/\.zip$/, '')}`, 'config.json'), 'utf8'))
    expect(config).toEqual({ ...site, accessibility: null, contact: null })
  })

  it('geodata is not touched: npm run geodata -- publish puts it there, and a deployment must not set it back', () => {
    const bucket = one(deployed.everywhere('AWS::S3::Bucket').filter(({ id }) => id.startsWith('Geodata'))).id
    for (const { Properties } of deployments) expect(JSON.stringify(Properties)).not.toContain(bucket)
    const outputs = Object.values(deployed.template('delivery').Outputs as Json)
    expect(outputs).toContainEqual(
      expect.objectContaining({ Value: { Ref: bucket }, Description: expect.stringMatching(/publish/) }),
    )
  })

  it('a deployment deletes nothing that an open page may still ask for', () => {
    expect(deployments).toHaveLength(2)
    for (const { Properties } of deployments) expect(Properties).toMatchObject({ Prune: false, RetainOnDelete: true })
  })

  it('what is not built is said, and stops nothing', () => {
    const nothing = folderWith([])
    const bare = new Deployed({}, { web: nothing })
    expect(bare.everywhere('Custom::CDKBucketDeployment').map(({ id }) => id)).toEqual([expect.stringMatching(/^ContentsPages/)])
    const warnings = Annotations.fromStack(bare.stacks.delivery)
    warnings.hasWarning('*', Match.stringLikeRegexp('npm run build'))
  })
})

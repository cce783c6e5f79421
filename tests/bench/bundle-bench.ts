/** Sizes of the Lambda bundles, as cdk makes them, and the time to load them against that of the bare DynamoDB client. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { bundle, bundleOptions, handlerNames } from '#cdk/bundling.ts'
import { type Measurement, median } from './measure.ts'

/** Fresh processes per bundle. */
const loads = 7

export function benchBundles(): Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), 'vliegwiel-bundles-'))
  try {
    const client =
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; export const client = new DynamoDBClient({ region: 'eu-central-1' })"
    // The SDK as it comes, by its own credential chain: what the design calls the bare client.
    const { alias: _, ...options } = bundleOptions
    const stdin = { contents: client, resolveDir: options.absWorkingDir ?? process.cwd() }
    const [bare] = buildSync({ ...options, stdin, write: false }).outputFiles
    const bareTime = loadTime(folder, 'bare', bare?.contents ?? new Uint8Array())
    return handlerNames.flatMap((name): Measurement[] => {
      const code = bundle(name)
      return [
        { what: `${name}: bundle`, measured: code.length / 1000, unit: 'kB', budget: 450 },
        { what: `${name}: bundle, gzip`, measured: gzipSync(code).length / 1000, unit: 'kB' },
        { what: `${name}: module load`, measured: loadTime(folder, name, code) / bareTime, unit: '× client', budget: 1.5 },
      ]
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Milliseconds that importing the file takes, the median of fresh processes. */
function loadTime(folder: string, name: string, code: Uint8Array): number {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(file, code)
  const script = `globalThis.awslambda = { streamifyResponse: (handler) => handler }; const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t)`
  const env = {
    PATH: process.env.PATH,
    AWS_REGION: 'eu-central-1',
    TABLE_NAME: 'none',
    PUBLIC_ORIGIN: 'https://vliegwiel.example',
  }
  const times = Array.from({ length: loads }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${name} does not load: ${stderr}`)
    return Number(stdout)
  })
  return median(times)
}

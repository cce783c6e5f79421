/** How a Lambda handler becomes one file. No CDK in here, so that `npm run bench` measures the very bundles that are deployed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, buildSync } from 'esbuild'

/** The Lambda functions, each `functions/handlers/{name}.ts` with an exported `handler`. */
export const handlerNames = ['open-data', 'participation', 'download', 'stream', 'rejoin'] as const
export type HandlerName = (typeof handlerNames)[number]

const root = fileURLToPath(new URL('..', import.meta.url))

export const handlersFolder: string = join(root, 'functions/handlers')

export const bundleOptions: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // The SDK's ES modules shake down to what is used; `main` alone would pull in its CommonJS builds whole.
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': join(root, 'cdk/sdk/credentials.ts'),
    '@aws-sdk/endpoint-cache': join(root, 'cdk/sdk/endpoint-cache.ts'),
    '@smithy/core/event-streams': join(root, 'cdk/sdk/event-streams.ts'),
  },
  // CommonJS packages inside an ES module still call require() for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  minify: true,
  // Reading a map at start costs more than a rare stack trace is worth; the same commit bundles to the same bytes, so a trace can be
  // decoded afterwards.
  sourcemap: false,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'silent',
}

/** One handler as the bytes of `index.mjs`. Throws esbuild's own error, which names file and line. */
export function bundle(name: HandlerName, folder: string = handlersFolder): Uint8Array {
  const { outputFiles } = buildSync({ ...bundleOptions, entryPoints: [join(folder, `${name}.ts`)], write: false })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`esbuild wrote nothing for ${name}`)
  return file.contents
}

/** Bundles a handler into a folder of its own, named by its content, and returns that folder. */
export function bundleFolder(name: HandlerName, folder: string = handlersFolder): string {
  const code = bundle(name, folder)
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  const file = join(root, '.cache/lambda', `${name}-${hash}`, 'index.mjs')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    // Renamed into place: two syntheses at once never read half a file.
    const unfinished = join(root, '.cache/lambda', `${name}-${hash}-${process.pid}`)
    writeFileSync(unfinished, code)
    renameSync(unfinished, file)
  }
  return dirname(file)
}

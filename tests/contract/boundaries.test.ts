/** The list of allowed imports in biome.json bites: a forbidden import planted in any folder is refused, an allowed one is not. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const plants: Record<string, { allowed: string[]; forbidden: string[] }> = {
  'functions/contract/planted.ts': {
    allowed: ['zod/mini', './themes.ts'],
    forbidden: ['zod', 'node:fs', '#domain/quadkey.ts', '../store/store.ts', '@aws-sdk/client-dynamodb', 'solid-js'],
  },
  'functions/contract/kinds/planted.ts': {
    allowed: ['zod/mini', '../themes.ts', './kind.ts'],
    forbidden: ['zod', 'node:fs', '#store/store.ts', '../../domain/quadkey.ts'],
  },
  'functions/domain/planted.ts': {
    allowed: ['#contract/themes.ts', '@turf/area'],
    forbidden: ['node:crypto', '#store/store.ts', '../store/store.ts', '#api/problems.ts', '@middy/core', 'solid-js', 'proj4'],
  },
  'functions/store/planted.ts': {
    allowed: ['@aws-sdk/client-dynamodb', '#domain/quadkey.ts', 'node:crypto'],
    forbidden: ['#geo/source.ts', '#api/problems.ts', '../api/problems.ts', '@middy/core', 'flatgeobuf'],
  },
  'functions/geo/planted.ts': {
    allowed: ['#contract/catalogue.ts', 'node:fs/promises'],
    forbidden: ['@aws-sdk/client-dynamodb', '#store/store.ts', '../store/store.ts', '#api/problems.ts', '#geodata/cli.ts'],
  },
  'functions/api/planted.ts': {
    allowed: ['@middy/core', '#store/store.ts', '#geo/source.ts'],
    forbidden: ['@aws-sdk/client-dynamodb', '#handlers/open-data.ts', '#local/server.ts', '../local/server.ts', '#web/api.ts'],
  },
  'functions/handlers/planted.ts': {
    allowed: ['#api/endpoint.ts', '@middy/core', '../environment.ts'],
    forbidden: ['@aws-sdk/client-dynamodb', '#local/server.ts', '../local/server.ts', 'zod/mini', 'node:fs'],
  },
  'functions/local/planted.ts': {
    allowed: ['#api/endpoint.ts', 'node:http', '#handlers/open-data.ts'],
    forbidden: ['@aws-sdk/client-dynamodb', '#geodata/cli.ts', '../../geodata/cli.ts', '#web/api.ts', 'aws-cdk-lib'],
  },
  'web/planted.tsx': {
    allowed: ['solid-js', '#domain/quadkey.ts', './api.ts'],
    forbidden: [
      '#store/store.ts',
      '../functions/store/store.ts',
      'node:fs',
      'zod',
      '@aws-sdk/client-dynamodb',
      '#geodata/cli.ts',
    ],
  },
  'web/map/planted.ts': {
    allowed: ['maplibre-gl', '../api.ts', '#contract/themes.ts'],
    forbidden: ['../../functions/store/store.ts', '#api/problems.ts', 'zod', 'node:path'],
  },
  'geodata/planted.ts': {
    allowed: ['proj4', '#geo/source.ts', '#contract/catalogue.ts', 'node:fs'],
    forbidden: [
      '#store/store.ts',
      '#api/problems.ts',
      '#domain/quadkey.ts',
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/client-s3',
      '../functions/store/store.ts',
    ],
  },
  'geodata/publish/planted.ts': {
    allowed: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage', '../importer.ts', '#contract/catalogue.ts', 'node:fs'],
    forbidden: ['@aws-sdk/client-dynamodb', '#store/store.ts', '#domain/quadkey.ts', '../../functions/store/store.ts', 'proj4'],
  },
  'cdk/planted.ts': {
    allowed: ['aws-cdk-lib', '#store/schema.ts', '#functions/environment.ts'],
    forbidden: [
      '#store/store.ts',
      '#api/problems.ts',
      '#contract/themes.ts',
      '../functions/store/store.ts',
      '@aws-sdk/client-dynamodb',
    ],
  },
}

let copy = ''
beforeAll(() => {
  // A copy, so that a planted file can never be seen by the tools that run beside this test, or be left behind.
  copy = mkdtempSync(join(tmpdir(), 'vliegwiel-boundaries-'))
  cpSync(join(root, 'biome.json'), join(copy, 'biome.json'))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, '.gitignore'), 'node_modules\n')
  for (const [file, { allowed, forbidden }] of Object.entries(plants)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    const lines = [...allowed, ...forbidden].map((specifier, index) => `import * as i${index} from '${specifier}'`)
    writeFileSync(
      join(copy, file),
      `${lines.join('\n')}\nexport const all = [${lines.map((_, index) => `i${index}`).join(', ')}]\n`,
    )
  }
})
afterAll(() => rmSync(copy, { recursive: true }))

/** Lines on which biome reports a restricted import, per file. */
function refusedLines(): Map<string, Set<number>> {
  const biome = join(root, 'node_modules/.bin/biome')
  const run = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none', '--only=style/noRestrictedImports', '.'], {
    cwd: copy,
    encoding: 'utf8',
  })
  const report = JSON.parse(run.stdout) as { diagnostics: { location: { path: string; start: { line: number } } }[] }
  const found = new Map<string, Set<number>>()
  for (const { location } of report.diagnostics) {
    found.set(location.path, (found.get(location.path) ?? new Set()).add(location.start.line))
  }
  return found
}

test('each folder refuses exactly the imports that point the wrong way', () => {
  const refused = refusedLines()
  for (const [file, { allowed, forbidden }] of Object.entries(plants)) {
    const lines = refused.get(file) ?? new Set()
    expect
      .soft(
        [...allowed, ...forbidden].filter((_, index) => lines.has(index + 1)),
        file,
      )
      .toEqual(forbidden)
  }
})

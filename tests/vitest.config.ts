import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
const project = (name: string, extra: object = {}, more: object = {}) => ({
  root,
  ...more,
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout: 120_000, hookTimeout: 120_000, ...extra },
})

/** One project per subject, each runnable alone: `npx vitest run --config tests/vitest.config.ts --project store`. */
export default defineConfig({
  root,
  test: {
    projects: [
      project('contract'),
      project('domain'),
      project('store'),
      project('api'),
      project('geodata'),
      // Node resolves Solid to its server build, in which nothing reacts; these tests are about what the browser does.
      project(
        'web',
        {},
        { resolve: { alias: [{ find: /^solid-js$/, replacement: `${root}node_modules/solid-js/dist/solid.js` }] } },
      ),
      project('cdk'),
      project('journeys', {
        fileParallelism: false,
        globalSetup: 'tests/journeys/app.setup.ts',
        testTimeout: 300_000,
        // A small machine draws WebGL in software: what a person waits for may take a while.
        expect: { poll: { timeout: 30_000 } },
      }),
    ],
  },
})

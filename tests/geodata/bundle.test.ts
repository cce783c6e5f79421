import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('what a Lambda carries along to look up zones is small, and no map library', async () => {
  const { metafile } = await build({
    stdin: {
      contents: "export { openGeodata } from '#geo/geodata.ts'\nexport { httpSources } from '#geo/http-source.ts'",
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    outfile: 'geo.mjs',
    metafile: true,
  })
  const packages = new Set(
    Object.keys(metafile.inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  )
  for (const heavy of ['ol', 'geotiff', 'proj4', '@repeaterjs/repeater', '@aws-sdk/client-s3'])
    expect(packages).not.toContain(heavy)
  // 113 kB in November 2026, of which zod 30, polyclip-ts and its numbers 42, flatgeobuf 21.
  expect(metafile.outputs['geo.mjs']?.bytes).toBeLessThan(130_000)
})

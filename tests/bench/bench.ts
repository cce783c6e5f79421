/**
 * `npm run bench [-- part …]`: figures against the design's budgets. Times are ratios to something measured in the same run. Parts:
 * store, scale, passing, memory, crowd, browser, bundles, web, import (of `--delivery`, the province's vision where that lies beside the repository). `--size 1000000` goes up to so many contributions (a quarter of an hour
 * to fill); `--folder` keeps what was filled for the next run; `--seconds` is how long the crowd stays.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepareGeodata, prepareWeb, webFolder } from '#local/prepare.ts'
import { benchBrowser } from './browser-bench.ts'
import { benchBundles } from './bundle-bench.ts'
import { benchCrowd } from './crowd-bench.ts'
import { benchImport } from './import-bench.ts'
import { type Measurement, print } from './measure.ts'
import { benchMemory } from './memory-bench.ts'
import { benchPassing } from './passing-bench.ts'
import { benchScale } from './scale-bench.ts'
import { benchStore } from './store-bench.ts'
import { benchWeb } from './web-bench.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '100000' },
    folder: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    delivery: { type: 'string' },
  },
})
const [size, seconds] = [Number(values.size), Number(values.seconds)]

/** Deliveries to import. */
const vision = fileURLToPath(new URL('../../../shared/geodata/imow/omgevingsvisie-utrecht.zip', import.meta.url))
const example = fileURLToPath(new URL('../../geodata/example/visie', import.meta.url))

type Tables = Record<string, readonly Measurement[]>
const parts: Record<string, (folder: string) => Promise<Tables>> = {
  store: () => benchStore(),
  scale: (folder) =>
    benchScale(
      [1000, 10_000, 100_000, 1_000_000].filter((some) => some <= size),
      folder,
    ),
  passing: async (folder) => ({ 'Tiles through which lines merely pass': await benchPassing(folder) }),
  memory: async (folder) => ({ 'A handler alone in its process': await benchMemory(Math.min(size, 100_000), folder) }),
  crowd: async () => ({
    '200 who look and 50 who send, at once': await withGeodata((geodata) => benchCrowd({ seconds, geodata })),
  }),
  browser: async (folder) => {
    await prepareWeb()
    const count = Math.min(size, 100_000)
    return {
      [`The map in a browser, among ${count}`]: await withGeodata((geodata) =>
        benchBrowser({ size: count, folder, geodata, web: webFolder }),
      ),
    }
  },
  bundles: async () => ({ 'Lambda functions': benchBundles() }),
  import: async () => {
    const delivery = values.delivery ?? [vision, example].find(existsSync) ?? example
    return { [`Import of ${basename(delivery)}`]: await benchImport(delivery) }
  },
  web: async () => {
    await prepareWeb()
    return { 'First visit to the web app': benchWeb(webFolder) }
  },
}

async function withGeodata<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const geodata = await mkdtemp(join(tmpdir(), 'vliegwiel-geodata-'))
  try {
    await prepareGeodata(geodata)
    return await work(geodata)
  } finally {
    await rm(geodata, { recursive: true })
  }
}

const unknown = positionals.find((part) => !(part in parts))
if (unknown !== undefined) throw new Error(`there is no part ${unknown}; there are ${Object.keys(parts).join(', ')}`)
const folder = values.folder === undefined ? await mkdtemp(join(tmpdir(), 'vliegwiel-bench-')) : resolve(values.folder)
try {
  for (const [part, measure] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(part)) continue
    for (const [title, measurements] of Object.entries(await measure(folder))) print(title, measurements)
  }
} finally {
  if (values.folder === undefined) await rm(folder, { recursive: true })
}

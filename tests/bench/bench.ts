/** `npm run bench`: figures against the design's budgets. Times are ratios to something measured in the same run. `-- store`, `-- scale`, `-- crowd [--seconds 60]`, `-- bundles`, `-- web`: one part. `--size 100000` fills that many (minutes), in `--folder` for good. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepareGeodata } from '#local/prepare.ts'
import { benchBundles } from './bundle-bench.ts'
import { benchCrowd } from './crowd-bench.ts'
import { print } from './measure.ts'
import { benchScale } from './scale-bench.ts'
import { benchStore } from './store-bench.ts'
import { benchWeb } from './web-bench.ts'

const { values, positionals: parts } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '10000' }, folder: { type: 'string' }, seconds: { type: 'string', default: '60' } },
})
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part)

if (wanted('store')) for (const [title, measurements] of Object.entries(await benchStore())) print(title, measurements)
if (wanted('scale')) {
  const sizes = [1000, 10_000, 100_000].filter((size) => size <= Number(values.size))
  const tables = await benchScale({ sizes, ...(values.folder !== undefined && { folder: values.folder }) })
  for (const [title, measurements] of Object.entries(tables)) print(title, measurements)
}
if (wanted('crowd')) {
  const geodata = await mkdtemp(join(tmpdir(), 'vliegwiel-geodata-'))
  await prepareGeodata(geodata)
  print('200 who look and 50 who send, at once', await benchCrowd({ seconds: Number(values.seconds), geodata }))
  await rm(geodata, { recursive: true })
}
if (wanted('bundles')) print('Lambda functions', benchBundles())
if (wanted('web')) print('First visit to the web app', benchWeb(fileURLToPath(new URL('../../web/dist', import.meta.url))))

/** `npm run bench`: figures against the design's budgets. Times are ratios to something measured in the same run. `-- store`, `-- bundles`, `-- web`: one part. */
import { fileURLToPath } from 'node:url'
import { benchBundles } from './bundle-bench.ts'
import { print } from './measure.ts'
import { benchStore } from './store-bench.ts'
import { benchWeb } from './web-bench.ts'

const parts = process.argv.slice(2)
const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part)

if (wanted('store')) for (const [title, measurements] of Object.entries(await benchStore())) print(title, measurements)
if (wanted('bundles')) print('Lambda functions', benchBundles())
if (wanted('web')) print('First visit to the web app', benchWeb(fileURLToPath(new URL('../../web/dist', import.meta.url))))

/** A process of its own that recounts a folder's consultations page by page, noting each; it says every line, and waits after each to be killed. */
import { setTimeout as wait } from 'node:timers/promises'
import { reconcileAll } from '#local/reconcile.ts'

const [endpoint = '', table = '', notes = ''] = process.argv.slice(2)
await reconcileAll({ table, endpoint, notes, repair: false, noteInterval: 0, say: console.log })
await wait(60_000)

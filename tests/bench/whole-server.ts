/** The whole local server in a process of its own, by the variables of `npm start`, without building anything first. */

import { startServer } from '#local/server.ts'
import { readSettings } from '#local/settings.ts'

const server = await startServer({ ...readSettings(process.env), prepare: false })
console.log(server.origin)
process.once('SIGTERM', async () => {
  await server.close()
  process.exit(0)
})

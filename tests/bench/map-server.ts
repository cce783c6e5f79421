/**
 * A process that serves a filled folder's map and nothing else: no counting, no joining beside it. Tiles come as late as over a mobile
 * network, so that some are left behind while people pan. Arguments: endpoint, folder of geodata, folder of the web app. Says where it
 * answers; told `counts` at `/counts`, how many tiles were asked for and how many their askers gave up.
 */
import '#local/awslambda.ts'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createHandler } from '#handlers/open-data.ts'
import { localTable } from '#local/database.ts'
import { type Door, serve } from '#local/gateway.ts'
import { serveStatic } from '#local/static.ts'

/** Milliseconds that a tile is on its way. */
const delay = 120

const [endpoint = '', geodata = '', web = ''] = process.argv.slice(2)
const environment = {
  TABLE_NAME: localTable,
  DYNAMODB_ENDPOINT: endpoint,
  GEODATA_DIR: geodata,
  PUBLIC_ORIGIN: 'http://127.0.0.1',
}
const door: Door = { mode: 'httpApi', handler: createHandler(environment) }
const site = { operator: 'Bench', accessibility: null, privacy: null, contact: null }
const counts = { asked: 0, givenUp: 0 }

const server = createServer(async (request, response) => {
  const path = request.url ?? '/'
  try {
    if (path === '/counts') response.end(JSON.stringify(counts))
    else if (!path.startsWith('/api')) await serveStatic({ web, geodata, site }, request, response)
    else {
      if (path.includes('/tiles/WebMercatorQuad/')) {
        counts.asked++
        response.once('close', () => {
          if (!response.writableFinished) counts.givenUp++
        })
        await wait(delay)
      }
      if (!response.destroyed) await serve(door, request, response)
    }
  } catch (error) {
    console.error(error)
    response.destroy()
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
})

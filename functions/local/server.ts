/** `npm start`: the whole platform on one machine. Web app, API and database, by the same handlers as in the cloud. */
import './awslambda.ts'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { serviceOf } from '#api/route.ts'
import type { ServiceId } from '#contract/operation.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { createHandler as createDownload } from '#handlers/download.ts'
import { createHandler as createOpenData } from '#handlers/open-data.ts'
import { createHandler as createParticipation } from '#handlers/participation.ts'
import { createHandler as createRejoin } from '#handlers/rejoin.ts'
import { createHandler as createStream } from '#handlers/stream.ts'
import { environment } from '../environment.ts'
import { localTable, openDatabase } from './database.ts'
import { type Door, serve } from './gateway.ts'
import { OperatorError, said } from './operator-error.ts'
import { prepareGeodata, prepareWeb, webFolder } from './prepare.ts'
import { recountOnce } from './recount.ts'
import { startRejoining } from './rejoining.ts'
import { readSeed, seed } from './seed.ts'
import { readSettings, type ServerSettings } from './settings.ts'
import { type StaticFiles, serveStatic } from './static.ts'
import { startStream } from './stream.ts'
import { trimmer } from './stream-records.ts'
import { together, turnstile } from './turnstile.ts'

export interface RunningServer {
  /** Where it answers, e.g. `http://127.0.0.1:8080`. */
  readonly origin: string
  readonly databaseEndpoint: string
  /** Resolves when the embedded database has ended, whoever ended it. */
  readonly databaseEnded: Promise<void>
  /** Answers what was asked already, then stops everything. */
  readonly close: () => Promise<void>
}

/** Milliseconds that requests under way get to finish. */
const drainTime = 10_000

/** Starts with the settings of `npm start` for what is left out: port 8080, the example, what is missing built first. */
export async function startServer(given: Partial<ServerSettings>): Promise<RunningServer> {
  const settings: ServerSettings = { ...readSettings({}), ...given }
  // The port comes first: a second instance hears at once that it is taken, before anything is built or opened.
  const answer: { with: (request: IncomingMessage, response: ServerResponse) => Promise<void> } = { with: notYet }
  const server = createServer((request, response) => {
    answer.with(request, response).catch((error) => {
      console.error(error)
      response.destroy()
    })
  })
  const origin = await listen(server, settings)
  try {
    const geodata = settings.geodataDir ?? join(resolve(settings.dataDir), 'geodata')
    if (settings.prepare) await prepareWeb()
    if (settings.prepare && settings.geodataDir === undefined) await prepareGeodata(geodata)
    const table = settings.table ?? localTable
    const database = await openDatabase(settings.dataDir, table, settings.dynamodbEndpoint)
    const { endpoint } = database
    const env = {
      [environment.table]: table,
      [environment.dynamodbEndpoint]: endpoint,
      [environment.geodataDir]: geodata,
      [environment.publicOrigin]: settings.publicOrigin ?? origin,
    }
    await recountOnce({ table, endpoint }, logged)
    if (settings.seed === 'example') {
      const { zonesAt } = openGeodata(fileSources(geodata))
      await seed(await readSeed(), { table, endpoint, zonesAt })
    }
    const handler = createStream(env)
    const stream = await startStream({
      table,
      endpoint,
      dataDir: settings.dataDir,
      handler,
      log: logged,
      ...(database.file ? { onHandled: trimmer(database.file, table) } : {}),
    })
    const rejoining = startRejoining({ table, endpoint, geodata, handler: createRejoin(env), log: logged })
    answer.with = answering(createServices(env), { web: settings.webDir ?? webFolder, geodata, site: settings.site })
    const close = async () => {
      await drain(server)
      await Promise.all([stream.stop(), rejoining.stop()])
      await database.close()
    }
    return { origin, databaseEndpoint: endpoint, databaseEnded: database.ended, close }
  } catch (error) {
    await drain(server)
    throw error
  }
}

function logged(entry: object): void {
  console.error(JSON.stringify(entry))
}

function createServices(env: Readonly<Record<string, string>>): Record<ServiceId, Door> {
  const inTurn = turnstile()
  return {
    openData: { mode: 'httpApi', handler: together(inTurn(createOpenData(env))) },
    participation: { mode: 'httpApi', handler: inTurn(createParticipation(env)) },
    download: { mode: 'functionUrl', handler: createDownload(env) },
  }
}

/** The same division as CloudFront's: the API by operation, everything else a file. */
function answering(services: Record<ServiceId, Door>, files: StaticFiles) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    if (path === '/healthz' || path === '/api' || path.startsWith('/api/')) {
      await serve(services[serviceOf(request.method ?? 'GET', path)], request, response)
    } else await serveStatic(files, request, response)
  }
}

async function notYet(_: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' })
  response.end('De kaart wordt klaargezet. Probeer het zo nog eens.')
}

async function listen(server: Server, { host, port }: ServerSettings): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause
    const way = 'Stop that one, or choose another port: PORT=8081 npm start'
    throw new OperatorError(`Port ${port} on ${host} is in use, perhaps by another Vliegwiel. ${way}`, { cause })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port')
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${name}:${address.port}`
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const hurry = setTimeout(() => server.closeAllConnections(), drainTime)
  await closed
  clearTimeout(hurry)
}

async function main(): Promise<void> {
  let stopping = false
  let running: RunningServer | undefined
  const stop = async () => {
    if (stopping) return
    stopping = true
    await running?.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  running = await startServer(readSettings(process.env))
  console.log(`Vliegwiel: ${running.origin}`)
  await running.databaseEnded
  if (!stopping) throw new OperatorError('The database has stopped by itself. Start again: what was acknowledged is kept.')
}

if (import.meta.main) {
  main().catch((error) => {
    console.error(said(error))
    process.exit(1)
  })
}

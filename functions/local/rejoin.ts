/**
 * `npm run rejoin [-- --table <name> --site <address>]`: joins every contribution anew with the catalogue as it is, for when that has
 * not been done by itself. Works beside a running server and on a deployed table. Broken off, it goes on where it was.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Context } from 'aws-lambda'
import type { RejoinRequest } from '#api/rejoin.ts'
import { createHandler } from '#handlers/rejoin.ts'
import type { DatabaseOptions } from '#store/client.ts'
import { openRejoining } from '#store/rejoin.ts'
import { environment } from '../environment.ts'
import { atTable } from './at-table.ts'
import { OperatorError, said } from './operator-error.ts'
import { readSettings } from './settings.ts'

/** Apart from the run that follows each catalogue: each goes on from its own place. */
const run = 'rejoin-by-hand'

export interface RejoinOptions extends DatabaseOptions {
  /** Folder of the built catalogue, or the address of the site that serves it (`https://…`, without `/geodata`). */
  readonly catalogue: { readonly folder: string } | { readonly site: string }
  readonly say: (line: string) => void
}

/** Returns how many contributions got other zones. */
export async function rejoinAll({ catalogue, say, ...place }: RejoinOptions): Promise<number> {
  const handler = createHandler({
    [environment.table]: place.table,
    [environment.dynamodbEndpoint]: place.endpoint,
    ...('folder' in catalogue ? { [environment.geodataDir]: catalogue.folder } : { [environment.publicOrigin]: catalogue.site }),
  })
  const earlier = await openRejoining(place).note(run)
  let request: RejoinRequest = { run }
  if (earlier?.next !== undefined) {
    say(`Gaat verder na ${earlier.looked} bijdragen.`)
    request = { ...earlier, run }
  }
  for (;;) {
    const answer = await handler(request, {} as Context)
    if (answer.superseded) {
      say('Er is intussen een nieuwere catalogus: begint opnieuw.')
      request = { run }
      continue
    }
    say(`${answer.looked} bijdragen bekeken, ${answer.joined} opnieuw gekoppeld${answer.done ? '.' : ' …'}`)
    if (answer.done) return answer.joined
    request = answer
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { table: { type: 'string' }, site: { type: 'string' } } })
  const settings = readSettings(process.env)
  const table = values.table ?? settings.table
  const { site } = values
  if (site !== undefined && !/^https?:\/\/[^/]+\/?$/.test(site))
    throw new OperatorError(`--site is "${site}"; expected the address of the site, such as https://vliegwiel.example.nl`)
  if (table !== undefined && settings.dynamodbEndpoint === undefined && site === undefined)
    throw new OperatorError(
      'Noem met --site het adres van de site: een tabel in AWS wordt gekoppeld met de catalogus die daar staat.',
    )
  const folder = settings.geodataDir ?? join(resolve(settings.dataDir), 'geodata')
  await atTable(table, settings, async (place) => {
    await rejoinAll({
      ...place,
      catalogue: site === undefined ? { folder } : { site: site.replace(/\/$/, '') },
      say: console.log,
    })
  })
}

if (import.meta.main) {
  main().catch((error) => {
    console.error(said(error))
    process.exitCode = 1
  })
}

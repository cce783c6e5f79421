/**
 * What the state machine does in the cloud, on one machine: notices a new catalogue, waits until whoever joins with the old one has
 * ended, and calls the handler page after page. How far it came lies in the table, so that a killed server goes on when it starts again.
 */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from 'aws-lambda'
import { automaticRun, type RejoinAnswer, type RejoinRequest } from '#api/rejoin.ts'
import { catalogueFile } from '#geo/catalogue.ts'
import { fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { openRejoining } from '#store/rejoin.ts'
import { settleTime } from '../settle-time.ts'

/** Milliseconds between two looks at the catalogue's file. */
const lookInterval = 2000
/** Milliseconds before a call that failed is made again; doubled each time. */
const firstRetry = 1000
const longestRetry = 60_000

export interface RejoiningOptions {
  readonly table: string
  readonly endpoint: string
  /** Folder of the built catalogue. */
  readonly geodata: string
  readonly handler: (request: RejoinRequest, context: Context) => Promise<RejoinAnswer>
  readonly log: (entry: object) => void
  /** Seconds between a new catalogue and its run (default: as in the cloud). */
  readonly settle?: number
}
export interface LocalRejoining {
  /** Ends the call at hand, then stops. */
  stop(): Promise<void>
}

export function startRejoining(options: RejoiningOptions): LocalRejoining {
  const stopping = new AbortController()
  const running = follow(options, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function follow(options: RejoiningOptions, signal: AbortSignal): Promise<void> {
  let handled = ''
  let retry = firstRetry
  while (!signal.aborted) {
    try {
      const seen = await stampOf(options.geodata)
      if (seen !== handled && (await rejoinWith(seen, options, signal))) handled = seen
      retry = firstRetry
      await pause(lookInterval, signal)
    } catch (error) {
      options.log({
        message: 'joining anew failed, trying again',
        reason: error instanceof Error ? error.message : String(error),
      })
      await pause(retry, signal)
      retry = Math.min(longestRetry, retry * 2)
    }
  }
}

/** Changes with the catalogue's file; looked at often, so nothing is read. Empty where there is none. */
async function stampOf(geodata: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(join(geodata, catalogueFile))
    return `${size} ${mtimeMs} ${ino}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/** False when it must be looked at again: the catalogue has changed meanwhile, or the server stops. */
async function rejoinWith(seen: string, options: RejoiningOptions, signal: AbortSignal): Promise<boolean> {
  const pinned = await openGeodata(fileSources(options.geodata)).pinned()
  if (!pinned) return true
  const { edition } = pinned
  const note = await openRejoining(options).note(automaticRun)
  if (note?.catalogue === edition && note.next === undefined) return true
  let request: RejoinRequest = note?.catalogue === edition ? note : { catalogue: edition }
  if (request.next === undefined) await pause((options.settle ?? settleTime) * 1000, signal)
  for (;;) {
    if (signal.aborted || (await stampOf(options.geodata)) !== seen) return false
    const answer = await options.handler(request, {} as Context)
    if (answer.superseded) return false
    if (answer.done) return true
    request = answer
  }
}

/** Waits, or less when told to stop. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error: Error) => {
    if (error.name !== 'AbortError') throw error
  })
}

/**
 * Joining anew: after a new version of the documents every contribution gets the zones in which its published place lies now. One call
 * does as much as fits into some seconds and says where the next goes on; whoever calls (a state machine in the cloud, local/ on one
 * machine) hands that back. Calls may come twice, be broken off anywhere, or run beside each other and beside people: each zone list is
 * written on condition that nobody changed the contribution since it was read, and what has its zones already is not written.
 */
import type { Zone } from '#contract/catalogue.ts'
import type { Geometry } from '#contract/geometry.ts'
import { joinedAnew } from '#domain/joined-anew.ts'
import { GeodataError } from '#geo/source.ts'
import type { Placed, Rejoining } from '#store/rejoin.ts'

/** The first call asks for nothing. */
export interface RejoinRequest {
  /** Edition of the catalogue that the run is about; when another has come since, the run ends: the other has one of its own. */
  readonly catalogue?: string
  readonly next?: string
  /** Contributions so far. */
  readonly looked?: number
  readonly joined?: number
  /** Name of the run, by which it can be gone on with. */
  readonly run?: string
}
export interface RejoinAnswer extends RejoinRequest {
  readonly catalogue: string
  readonly looked: number
  readonly joined: number
  readonly done: boolean
  /** Ended because of a newer catalogue. */
  readonly superseded?: boolean
}
export interface RejoinDependencies {
  readonly contributions: Rejoining
  readonly geo: {
    pinned(): Promise<{ readonly edition: string; zonesAt(geometry: Geometry): Promise<Zone[]> } | undefined>
  }
  /** Milliseconds, from any start. */
  readonly clock: () => number
  readonly log: (entry: object) => void
}

/** Name of the run that follows each new catalogue. */
export const automaticRun = 'rejoin'

/** Milliseconds after which a call begins nothing more: far below what it may take, for the slowest place in the largest document. */
const enough = 10_000
/** Contributions that are joined at once. */
const atOnce = 8
/** How often a contribution that somebody changes meanwhile is joined once more. */
const attempts = 8

/** Throws where geodata or the database cannot be reached: the same call may come again. */
export function rejoin({ contributions, geo, clock, log }: RejoinDependencies) {
  return async (request: RejoinRequest): Promise<RejoinAnswer> => {
    const end = clock() + enough
    const { run = automaticRun } = request
    let { next, looked = 0, joined = 0 } = request
    const pinned = await geo.pinned()
    // Also where the site does not answer as it should: whoever takes that for an empty catalogue takes every zone away.
    if (!pinned) throw new Error('there is no catalogue to join with')
    const catalogue = pinned.edition
    if (request.catalogue !== undefined && request.catalogue !== catalogue) {
      log({ message: 'joining anew ends: there is a newer catalogue', run, catalogue: request.catalogue })
      return { ...request, catalogue: request.catalogue, looked, joined, done: true, superseded: true }
    }
    do {
      const page = await contributions.page(next)
      next = page.next
      for (let start = 0; start < page.contributions.length; start += atOnce) {
        const some = page.contributions.slice(start, start + atOnce)
        const written = await Promise.all(some.map((one) => joinOne(one, pinned.zonesAt)))
        looked += some.length
        joined += written.filter(Boolean).length
        const [last] = some.slice(-1)
        if (last && clock() > end && start + atOnce < page.contributions.length) {
          next = contributions.after(last.id)
          break
        }
      }
    } while (next !== undefined && clock() <= end)
    const note = { catalogue, looked, joined, ...(next === undefined ? {} : { next }) }
    await contributions.putNote(run, note)
    if (next === undefined) log({ message: 'zones joined anew', run, catalogue, looked, joined })
    return { ...note, run, done: next === undefined }
  }

  /** True when its zones were written. What lies in the contribution itself costs that one only, and is set aside. */
  async function joinOne(one: Placed, zonesAt: (geometry: Geometry) => Promise<Zone[]>): Promise<boolean> {
    try {
      return await joinUntilWritten(one, zonesAt)
    } catch (error) {
      if (!isItsOwnFault(error)) throw error
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      await contributions.setAside(one.id, reason)
      log({ message: 'contribution set aside, its zones cannot be joined', id: one.id, reason })
      return false
    }
  }

  async function joinUntilWritten(read: Placed, zonesAt: (geometry: Geometry) => Promise<Zone[]>): Promise<boolean> {
    let one: Placed | undefined = read
    for (let attempt = 1; one && attempt <= attempts; attempt++) {
      const zones = joinedAnew(one.zones, await zonesOf(one, zonesAt))
      if (!zones) return false
      if (await contributions.join(one, zones)) return true
      // Whoever changed it may have moved it, or joined it with the catalogue of before.
      one = await contributions.get(one.id)
    }
    if (one) throw new Error(`contribution ${read.id} was changed again each time`)
    return false
  }

  function isItsOwnFault(error: unknown): boolean {
    return error instanceof PlaceError || contributions.isRefusedForGood(error)
  }
}

/** A place on which reckoning itself breaks. Its message says nothing of where that is. */
class PlaceError extends Error {
  override readonly name = 'PlaceError'
}

async function zonesOf({ geometry }: Placed, zonesAt: (geometry: Geometry) => Promise<Zone[]>): Promise<Zone[]> {
  try {
    return await zonesAt(geometry)
  } catch (cause) {
    if (cause instanceof GeodataError) throw cause
    throw new PlaceError(`its geometry cannot be compared with the zones (${cause instanceof Error ? cause.name : 'no error'})`, {
      cause,
    })
  }
}

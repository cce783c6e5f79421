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

type ZonesAt = (geometry: Geometry) => Promise<Zone[]>
/** Its zones were written; it had them, or cannot have them; or nobody should join with this catalogue any more. */
type Joined = 'joined' | 'left' | 'superseded'

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
    const { edition: catalogue, zonesAt } = await pinned()
    const superseded = (by: string): RejoinAnswer => {
      log({ message: 'joining anew ends: there is a newer catalogue', run, catalogue: by })
      return { ...request, catalogue: by, looked, joined, done: true, superseded: true }
    }
    if (request.catalogue !== undefined && request.catalogue !== catalogue) return superseded(request.catalogue)
    do {
      const page = await contributions.page(next)
      next = page.next
      for (let start = 0; start < page.contributions.length; start += atOnce) {
        const some = page.contributions.slice(start, start + atOnce)
        const written = await Promise.all(some.map((one) => joinOne(one, catalogue, zonesAt)))
        if (written.includes('superseded')) return superseded(catalogue)
        looked += some.length
        joined += written.filter((what) => what === 'joined').length
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

  async function pinned() {
    const now = await geo.pinned()
    // Also where the site does not answer as it should: whoever takes that for an empty catalogue takes every zone away.
    if (!now) throw new Error('there is no catalogue to join with')
    return now
  }

  /** What lies in the contribution itself costs that one only, and is set aside. */
  async function joinOne(one: Placed, catalogue: string, zonesAt: ZonesAt): Promise<Joined> {
    try {
      return await joinUntilWritten(one, catalogue, zonesAt)
    } catch (error) {
      if (!isItsOwnFault(error)) throw error
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
      await contributions.setAside(one.id, reason)
      log({ message: 'contribution set aside, its zones cannot be joined', id: one.id, reason })
      return 'left'
    }
  }

  async function joinUntilWritten(read: Placed, catalogue: string, zonesAt: ZonesAt): Promise<Joined> {
    let one: Placed | undefined = read
    for (let attempt = 1; one && attempt <= attempts; attempt++) {
      const zones = joinedAnew(one.zones, await zonesOf(one, zonesAt))
      if (!zones) return 'left'
      // After the reading, before the writing: so a run of an older catalogue that is still under way never has the last word. Whoever
      // joins with the newer one writes later than this look, and then the condition fails here.
      if ((await pinned()).edition !== catalogue) return 'superseded'
      if (await contributions.join(one, zones)) return 'joined'
      // Whoever changed it may have moved it, or joined it with the catalogue of before.
      one = await contributions.get(one.id)
    }
    if (one) throw new Error(`contribution ${read.id} was changed again each time`)
    return 'left'
  }

  function isItsOwnFault(error: unknown): boolean {
    return error instanceof PlaceError || contributions.isRefusedForGood(error)
  }
}

/** A place on which reckoning itself breaks. Its message says nothing of where that is. */
class PlaceError extends Error {
  override readonly name = 'PlaceError'
}

async function zonesOf({ geometry }: Placed, zonesAt: ZonesAt): Promise<Zone[]> {
  try {
    return await zonesAt(geometry)
  } catch (cause) {
    if (cause instanceof GeodataError) throw cause
    throw new PlaceError(`its geometry cannot be compared with the zones (${cause instanceof Error ? cause.name : 'no error'})`, {
      cause,
    })
  }
}

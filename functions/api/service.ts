/** What the API is built on, handed in by handlers/ and tests: nothing in api/ reaches for the clock, chance or the environment. */
import type { Zone } from '#contract/catalogue.ts'
import type { Geometry } from '#contract/geometry.ts'
import type { Store } from '#store/store.ts'

export interface Dependencies {
  readonly store: Store
  readonly geo: { zonesAt(geometry: Geometry): Promise<Zone[]> }
  readonly now: () => Date
  /** Unpredictable bytes, for ids and author tokens. */
  readonly randomBytes: (size: number) => Uint8Array
  /** Public origin without a slash at its end, for links; empty makes them relative to the host. */
  readonly origin: string
  /** When present: requests must carry it in `x-origin-secret`, so that nobody passes CloudFront by. */
  readonly originSecret?: string
  /** One structured line of log; never holds what somebody wrote. */
  readonly log: (entry: object) => void
}

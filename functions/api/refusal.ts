import type { FaultSeed } from '#contract/faults.ts'
import type { ProblemId } from '#contract/problem-types.ts'

/** A request that cannot be met for a documented reason. `problems.ts` turns it into the response. */
export class Refusal extends Error {
  readonly id: ProblemId
  readonly faults: readonly FaultSeed[]
  readonly headers: Readonly<Record<string, string>>

  constructor(
    id: ProblemId,
    { faults = [], headers = {} }: { faults?: readonly FaultSeed[]; headers?: Record<string, string> } = {},
  ) {
    super(id)
    this.name = 'Refusal'
    this.id = id
    this.faults = faults
    this.headers = headers
  }
}

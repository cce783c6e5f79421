/** Everything that writes. */
import type { Implementations } from './endpoint.ts'
import { ownContribution } from './own-contribution.ts'
import type { Dependencies } from './service.ts'
import { submit } from './submit.ts'

export function participation(dependencies: Dependencies): Implementations<'participation'> {
  return { ...submit(dependencies), ...ownContribution(dependencies) }
}

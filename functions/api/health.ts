/** For monitors: it answers, so it works. */
import type { Implementation } from './endpoint.ts'

export function health() {
  const get: Implementation<'getHealth'> = async (request) => {
    request.accept()
    return { body: { json: { status: 'pass' } }, cache: 'private' }
  }
  return { getHealth: get }
}

/** One contribution: to everybody when it is published, to its author always. */
import { contributionView } from './contribution-view.ts'
import type { Implementation } from './endpoint.ts'
import { Refusal } from './refusal.ts'
import type { Dependencies } from './service.ts'
import { isAuthor } from './session.ts'
import { versionTag } from './version-tag.ts'

export function contribution({ store, origin }: Dependencies) {
  const get: Implementation<'getContribution'> = async (request) => {
    request.accept()
    const id = request.params.contribution
    const authorization = request.header('authorization')
    const record = await store.get(id)
    if (!record) throw new Refusal('not-found')
    if (authorization !== undefined && (await isAuthor(store, id, authorization))) {
      const own = await store.getPrivate(id)
      return { body: { json: contributionView(record, origin, own) }, cache: 'private', etag: versionTag(record) }
    }
    if (record.state !== 'published') throw new Refusal('not-found')
    return {
      body: { json: contributionView(record, origin) },
      cache: 'public',
      etag: versionTag(record),
      headers: { vary: 'Authorization' },
    }
  }
  return { getContribution: get }
}

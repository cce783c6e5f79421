/** What authors may do with their contribution: edit it while the consultation lasts, and withdraw it whenever they want. */

import { editedContribution } from '#domain/contribution.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { firstState, rules } from '#domain/participation.ts'
import { knownConsultation } from './consultations.ts'
import { contributionView } from './contribution-view.ts'
import { ruleFaults, settled } from './draft.ts'
import type { Implementation } from './endpoint.ts'
import { Refusal } from './refusal.ts'
import type { Dependencies } from './service.ts'
import { authoredRecord } from './session.ts'
import { expectedVersion, versionTag } from './version-tag.ts'

const editable: readonly string[] = rules.edit.in

export function ownContribution({ store, geo, now, origin }: Dependencies) {
  const put: Implementation<'editContribution'> = async (request) => {
    const before = await authoredRecord(store, request.params.contribution, request.header('authorization'))
    if (!editable.includes(before.state)) throw new Refusal('not-editable')
    const version = expectedVersion(request.header('if-match'), before)
    const [consultation, own] = await Promise.all([knownConsultation(store, before.consultation), store.getPrivate(before.id)])
    if (!own) throw new Error(`contribution ${before.id} has no private part`)
    const time = now()
    const { body } = request.accept(ruleFaults(request.json, consultation, time))
    const { draft, zones } = await settled(body, consultation, geo)
    const record: ContributionRecord = {
      ...editedContribution(before, draft, consultation, zones),
      // What a moderator saw beforehand is not what stands there now: it waits again.
      state: before.state === 'published' ? firstState(consultation) : before.state,
    }
    const ownAfter = { ...own, exactGeometry: draft.geometry }
    const event = { at: time.toISOString(), by: 'author', role: record.role, what: 'edited', why: null } as const
    const after = await store.edit(record, ownAfter, version, event)
    const json = contributionView(after, origin, ownAfter)
    return { body: { json }, cache: 'private', etag: versionTag(after) }
  }

  const remove: Implementation<'withdrawContribution'> = async (request) => {
    const before = await authoredRecord(store, request.params.contribution, request.header('authorization'))
    request.accept()
    if (before.state !== 'withdrawn') {
      const event = { at: now().toISOString(), by: 'author', role: before.role, what: 'withdrawn', why: null } as const
      await store.changeState(before.id, 'withdrawn', before.version, event)
    }
    return { status: 204, cache: 'private' }
  }

  return { editContribution: put, withdrawContribution: remove }
}

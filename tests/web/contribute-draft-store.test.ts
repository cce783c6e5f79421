import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '#contract/contribution.ts'
import { openDevice } from '#web/contribute/device.ts'
import { emptyDraft } from '#web/contribute/draft.ts'
import { editOf, newIn, newKey, openDraftStore, readStoredDraft } from '#web/contribute/draft-store.ts'
import { filledDraft, key, Storage } from './contribute-device.ts'

const subject = newIn('kromme-rijn')

describe('the drafts on a device', () => {
  test('a draft comes back after a reload, with its Idempotency-Key', () => {
    const storage = new Storage()
    expect(openDraftStore(openDevice(storage), () => 5).save(subject, key(1), filledDraft)).toBe(true)
    expect(openDraftStore(openDevice(storage), () => 9).list(subject)).toEqual([{ key: key(1), draft: filledDraft, savedAt: 5 }])
  })

  test('two tabs keep a draft each; the one touched last comes first', () => {
    const storage = new Storage()
    const one = openDraftStore(openDevice(storage), () => 1)
    const two = openDraftStore(openDevice(storage), () => 2)
    one.save(subject, key(1), filledDraft)
    two.save(subject, key(2), { ...filledDraft, title: 'Een ander plan' })
    expect(one.list(subject).map((stored) => stored.key)).toEqual([key(2), key(1)])
    two.remove(subject, key(2))
    expect(one.list(subject).map((stored) => stored.key)).toEqual([key(1)])
  })

  test('drafts of another consultation, or of an edit, stay apart', () => {
    const store = openDraftStore(openDevice(new Storage()), () => 1)
    store.save(subject, key(1), filledDraft)
    store.save(newIn('kromme-rijn-noord'), key(2), filledDraft)
    store.save(editOf('kromme-rijn'), key(3), filledDraft)
    expect(store.list(subject).map((stored) => stored.key)).toEqual([key(1)])
  })

  test('a draft that is emptied again leaves nothing behind', () => {
    const storage = new Storage()
    const store = openDraftStore(openDevice(storage), () => 1)
    store.save(subject, key(1), filledDraft)
    store.save(subject, key(1), { ...emptyDraft, title: '  ' })
    expect(storage.kept.size).toBe(0)
  })

  test.each([
    ['is full', Object.assign(new Storage(), { room: 10 })],
    ['is refused by the browser', undefined],
  ])('where storage %s, the draft lasts as long as the page, and the author can be told', (_, storage) => {
    const store = openDraftStore(openDevice(storage), () => 1)
    expect(store.save(subject, key(1), filledDraft)).toBe(false)
    expect(store.list(subject)[0]?.draft).toEqual(filledDraft)
  })

  test('an older, longer version never comes back in place of one that did not fit', () => {
    const storage = new Storage()
    const store = openDraftStore(openDevice(storage), () => 1)
    store.save(subject, key(1), filledDraft)
    storage.room = 10
    store.save(subject, key(1), { ...filledDraft, title: 'Toch anders' })
    expect(store.list(subject)[0]?.draft.title).toBe('Toch anders')
    expect(openDraftStore(openDevice(storage), () => 1).list(subject)).toEqual([])
  })

  test('what an older version of the page wrote differently starts empty; the rest survives', () => {
    const old = {
      key: key(1),
      savedAt: 1,
      draft: { ...filledDraft, kind: 'complaint', themes: ['housing', 'war'], place: { lat: 52 } },
    }
    expect(readStoredDraft(old)?.draft).toEqual({ ...filledDraft, kind: undefined, place: { at: 'none' } })
  })

  test('whatever lies under a key, reading drafts never fails', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, draft) => {
        const storage = new Storage()
        storage.setItem(`vliegwiel:draft:${subject}:${key(1)}`, JSON.stringify(value))
        storage.setItem(`vliegwiel:draft:${subject}:${key(2)}`, JSON.stringify({ key: key(2), savedAt: 1, draft }))
        storage.setItem(`vliegwiel:draft:${subject}:${key(3)}`, '{"half')
        for (const stored of openDraftStore(openDevice(storage), () => 1).list(subject)) {
          expect(Object.keys(stored.draft).sort()).toEqual(Object.keys(emptyDraft).sort())
        }
      }),
    )
  })

  test('keys are long, plain and never the same', () => {
    const keys = Array.from({ length: 1000 }, newKey)
    expect(new Set(keys).size).toBe(1000)
    for (const one of keys)
      expect(one).toMatch(new RegExp(`^[0-9a-f]{${limits.idempotencyKey.min},${limits.idempotencyKey.max}}$`))
  })
})

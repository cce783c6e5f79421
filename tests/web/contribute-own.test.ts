import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContributionFeature } from '#contract/contribution.ts'
import { openDevice } from '#web/contribute/device.ts'
import { openOwnContributions } from '#web/contribute/own.ts'
import { contribution, Storage, submitted } from './contribute-device.ts'

describe('the contributions of this device', () => {
  test('they survive a reload, newest first, each with its token', () => {
    const storage = new Storage()
    const own = openOwnContributions(openDevice(storage))
    own.add(submitted(1))
    own.add(submitted(2))
    const again = openOwnContributions(openDevice(storage)).list()
    expect(again.map(({ token }) => token)).toEqual(['token-2', 'token-1'])
    expect(again).toEqual(own.list())
  })

  test('adding one twice (two tabs, a replayed answer) keeps one', () => {
    const own = openOwnContributions(openDevice(new Storage()))
    own.add(submitted(1))
    own.add(submitted(1))
    expect(own.list()).toHaveLength(1)
  })

  test('the token is no part of what map and list get to see', () => {
    const own = openOwnContributions(openDevice(new Storage()))
    own.add(submitted(1))
    expect(JSON.stringify([own.list()[0]?.contribution, own.list()[0]?.feature])).not.toContain('token-1')
  })

  test('its feature is one that the API could have given', () => {
    const own = openOwnContributions(openDevice(new Storage()))
    own.add({ ...submitted(1), kind: 'initiative', who: 'Zes buren' })
    const feature = own.list()[0]?.feature
    expect(ContributionFeature.safeParse(feature).error).toBeUndefined()
    expect(feature?.properties).toMatchObject({ kindLabel: 'Initiatief', who: 'Zes buren', theme: 'housing' })
  })

  test('an edit keeps the token; what is not of this device stays unknown', () => {
    const own = openOwnContributions(openDevice(new Storage()))
    own.add(submitted(1))
    own.update(contribution(1, { title: 'Beter gezegd' }))
    own.update(contribution(2))
    expect(own.list()).toMatchObject([{ token: 'token-1', contribution: { title: 'Beter gezegd' } }])
  })

  test('a withdrawn one is forgotten', () => {
    const storage = new Storage()
    const own = openOwnContributions(openDevice(storage))
    own.add(submitted(1))
    own.remove(submitted(1).id)
    expect(own.list()).toEqual([])
    expect(storage.kept.size).toBe(0)
  })

  test('what another tab wrote shows after reading again', () => {
    const storage = new Storage()
    const here = openOwnContributions(openDevice(storage))
    openOwnContributions(openDevice(storage)).add(submitted(1))
    expect(here.list()).toEqual([])
    here.reload()
    expect(here.list()).toHaveLength(1)
  })

  test('whatever lies under a key, the rest stays readable', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, part) => {
        const storage = new Storage()
        openOwnContributions(openDevice(storage)).add(submitted(1))
        storage.setItem('vliegwiel:own:a', JSON.stringify(value))
        storage.setItem('vliegwiel:own:b', JSON.stringify({ token: 'x', contribution: part }))
        storage.setItem(
          'vliegwiel:own:c',
          JSON.stringify({ token: 'x', contribution: { ...contribution(3), kind: 'complaint' } }),
        )
        expect(openOwnContributions(openDevice(storage)).list()).toHaveLength(1)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContributionDraftInput } from '#contract/contribution.ts'
import type { Problem } from '#contract/problem.ts'
import { ApiProblem, Offline } from '#web/api.ts'
import { type Answer, type Outbox, type OutboxEntry, openOutbox } from '#web/contribute/delivery.ts'
import { openDevice } from '#web/contribute/device.ts'
import { openOwnContributions } from '#web/contribute/own.ts'
import { sendEntry } from '#web/contribute/sender.ts'
import { Clock, filledDraft, key, Storage, settled, submitted } from './contribute-device.ts'

const entry = (number: number, title = 'Hofje achter de kerk'): OutboxEntry => ({
  key: key(number),
  consultation: 'kromme-rijn',
  input: { kind: 'idea', themes: ['housing'], title, description: 'Twaalf kleine huizen.', geometry: null, village: 'cothen' },
  draft: filledDraft,
  queuedAt: number,
  problem: null,
})

const problem = (status: number, type = 'about:blank'): Problem => ({ type, title: 'Nee', status, detail: 'Het kan zo niet.' })

/** The API, as far as idempotency goes: one contribution per key, the first answer for the same body, 422 for another. */
class Server {
  readonly stored = new Map<string, { body: string; number: number }>()
  calls = 0
  submit(sent: ContributionDraftInput, withKey: string) {
    this.calls++
    const body = JSON.stringify(sent)
    const known = this.stored.get(withKey)
    if (known && known.body !== body) throw new ApiProblem(problem(422, 'urn:problem-type:vliegwiel:key-reused'))
    const number = known?.number ?? this.stored.size + 1
    this.stored.set(withKey, { body, number })
    return submitted(number)
  }
}

/** What may happen to one sending. `lostAnswer`: it arrives, but the phone never hears so. `never`: it hangs. */
type Fate = 'ok' | 'lost' | 'lostAnswer' | 'busy' | 'never'

class Phone {
  readonly clock = new Clock()
  readonly storage: Storage
  readonly server: Server
  fates: Fate[] = []
  always: Fate = 'ok'
  outbox: Outbox
  constructor(storage = new Storage(), server = new Server()) {
    this.storage = storage
    this.server = server
    this.outbox = this.open()
  }
  /** A reload: everything in memory is gone, what is on the device stays. */
  open(): Outbox {
    this.outbox = openOutbox({
      device: openDevice(this.storage),
      send: (one) => sendEntry(one, (_, draft, withKey) => this.transport(draft, withKey)),
      accept: (_, contribution) => this.own().add(contribution),
      after: this.clock.after,
      changed: () => {},
    })
    return this.outbox
  }
  own() {
    return openOwnContributions(openDevice(this.storage))
  }
  private async transport(draft: ContributionDraftInput, withKey: string) {
    const fate = this.fates.shift() ?? this.always
    if (fate === 'lost') throw new Offline('no network')
    if (fate === 'busy') throw new ApiProblem(problem(503))
    const answer = this.server.submit(draft, withKey)
    if (fate === 'lostAnswer') throw new Offline('the answer broke off')
    if (fate === 'never') return await new Promise<never>(() => {})
    return answer
  }
}

describe('the outbox', () => {
  test('a contribution that is answered is struck off and is this device’s own', async () => {
    const phone = new Phone()
    expect(await phone.outbox.put(entry(1))).toMatchObject({ is: 'accepted', contribution: { title: 'Bijdrage 1' } })
    expect(phone.outbox.entries()).toEqual([])
    expect(phone.own().list()).toMatchObject([{ token: 'token-1' }])
  })

  test('a double click is one sending, with one answer for both', async () => {
    const phone = new Phone()
    const [first, second] = await Promise.all([phone.outbox.put(entry(1)), phone.outbox.put(entry(1))])
    expect(second).toBe(first)
    expect(phone.server.calls).toBe(1)
  })

  test('it is written down before it is sent: a reload in mid-flight loses nothing and doubles nothing', async () => {
    const phone = new Phone()
    phone.fates = ['never']
    void phone.outbox.put(entry(1))
    await settled()
    expect(phone.open().entries()).toHaveLength(1)
    await phone.outbox.flush()
    expect(phone.outbox.entries()).toEqual([])
    expect(phone.server.stored.size).toBe(1)
    expect(phone.own().list()).toMatchObject([{ token: 'token-1' }])
  })

  test('without a network it waits, survives a reload, and goes when the network is back', async () => {
    const phone = new Phone()
    phone.always = 'lost'
    expect(await phone.outbox.put(entry(1))).toEqual({ is: 'later' })
    expect(phone.open().entries()).toMatchObject([{ key: key(1), problem: null }])
    await phone.outbox.flush()
    expect(phone.outbox.entries()).toHaveLength(1)
    phone.always = 'ok'
    await phone.outbox.flush()
    expect(phone.outbox.entries()).toEqual([])
    expect(phone.server.stored.size).toBe(1)
  })

  test('it tries again by itself, ever less often, and never stops', async () => {
    const phone = new Phone()
    phone.always = 'lost'
    await phone.outbox.put(entry(1))
    const pauses: number[] = []
    for (let attempt = 0; attempt < 9; attempt++) {
      const pause = phone.clock.next ?? Number.NaN
      pauses.push(pause)
      await phone.clock.wind(pause)
    }
    expect(pauses).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000])
    phone.always = 'ok'
    await phone.clock.wind(300_000)
    expect(phone.outbox.entries()).toEqual([])
    expect(phone.clock.next).toBeUndefined()
  })

  test('a sending that hangs counts as lost, and is repeated with the same key', async () => {
    const phone = new Phone()
    phone.fates = ['never']
    const answer = phone.outbox.put(entry(1))
    await phone.clock.wind(30_000)
    expect(await answer).toEqual({ is: 'later' })
    await phone.clock.wind(5_000)
    expect(phone.outbox.entries()).toEqual([])
    expect(phone.server.stored.size).toBe(1)
  })

  test.each([400, 413, 422])('what is refused with %i waits for its author, not for the network', async (status) => {
    const phone = new Phone()
    const refusing = openOutbox({
      device: openDevice(phone.storage),
      send: (one) => sendEntry(one, () => Promise.reject(new ApiProblem(problem(status)))),
      accept: () => {},
      after: phone.clock.after,
      changed: () => {},
    })
    expect(await refusing.put(entry(1))).toEqual({ is: 'refused', problem: problem(status) })
    expect(phone.clock.next).toBeUndefined()
    await refusing.flush()
    expect(refusing.entries()).toMatchObject([{ problem: { status } }])
    // After a reload its author finds it, with the draft to correct.
    expect(phone.open().takeBack(key(1))).toMatchObject({ draft: filledDraft, problem: { status } })
    expect(phone.outbox.entries()).toEqual([])
  })

  test('one that has to wait keeps those behind it in line, and none is refused for it', async () => {
    const phone = new Phone()
    phone.always = 'busy'
    await phone.outbox.put(entry(1))
    await phone.outbox.put(entry(2))
    phone.always = 'ok'
    await phone.outbox.flush()
    expect([...phone.server.stored.keys()]).toEqual([key(1), key(2)])
  })

  test('a 200 from something in between (a wifi login page) is no receipt', async () => {
    const login = { html: '<form>' } as unknown as ReturnType<typeof submitted>
    expect(await sendEntry(entry(1), () => Promise.resolve(login))).toEqual({ is: 'later' })
  })

  test('a fault of our own is not taken for a bad connection', async () => {
    await expect(sendEntry(entry(1), () => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug')
  })

  test('whatever lies under a key, reading the outbox never fails', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const storage = new Storage()
        storage.setItem(`vliegwiel:outbox:${key(1)}`, JSON.stringify(value))
        new Phone(storage).outbox.entries()
      }),
    )
  })

  test('through any run of clicks, reloads and bad networks each contribution is placed exactly once', async () => {
    const fate = fc.constantFrom<Fate>('ok', 'lost', 'lostAnswer', 'busy', 'never')
    const step = fc.oneof(
      fc.record({ do: fc.constant('put' as const), number: fc.integer({ min: 1, max: 4 }), fate }),
      fc.record({ do: fc.constant('doubleClick' as const), number: fc.integer({ min: 1, max: 4 }), fate }),
      fc.record({ do: fc.constant('reload' as const) }),
      fc.record({ do: fc.constant('online' as const), fate }),
      fc.record({ do: fc.constant('time' as const), fate }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const phone = new Phone()
        const wanted = new Set<string>()
        for (const one of steps) {
          if ('fate' in one) phone.always = one.fate
          if (one.do === 'put' || one.do === 'doubleClick') {
            // A contribution that was answered is not sent again: the form is gone.
            const known = phone.outbox.entries().some((waiting) => waiting.key === key(one.number))
            if (wanted.has(key(one.number)) && !known) continue
            wanted.add(key(one.number))
            void phone.outbox.put(entry(one.number))
            if (one.do === 'doubleClick') void phone.outbox.put(entry(one.number))
          } else if (one.do === 'reload') phone.open()
          else if (one.do === 'online') void phone.outbox.flush()
          else await phone.clock.wind(60_000)
          await settled()
        }
        phone.always = 'ok'
        await phone.clock.wind(60_000)
        phone.open()
        await phone.outbox.flush()
        expect(phone.outbox.entries()).toEqual([])
        expect(new Set(phone.server.stored.keys())).toEqual(wanted)
        expect(phone.own().list()).toHaveLength(wanted.size)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what an answer means', () => {
  const cases: readonly [string, unknown, Answer['is']][] = [
    ['no network', new Offline('gone'), 'later'],
    ['503', new ApiProblem(problem(503)), 'later'],
    ['500', new ApiProblem(problem(500)), 'later'],
    ['429', new ApiProblem(problem(429)), 'later'],
    ['400', new ApiProblem(problem(400)), 'refused'],
    ['413', new ApiProblem(problem(413)), 'refused'],
    ['422', new ApiProblem(problem(422)), 'refused'],
    ['404', new ApiProblem(problem(404)), 'refused'],
  ]
  test.each(cases)('%s', async (_, error, is) => {
    expect((await sendEntry(entry(1), () => Promise.reject(error))).is).toBe(is)
  })
})

import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { toEvent } from '#local/gateway.ts'
import { together, turnstile } from '#local/turnstile.ts'

const context = {} as Context
function eventOf(target: string, method = 'GET', headers: Record<string, string> = {}): APIGatewayProxyEventV2 {
  const rawHeaders = Object.entries({ host: 'kaart.example', ...headers }).flat()
  return toEvent({ method, target, rawHeaders, body: new Uint8Array(), sourceIp: '127.0.0.1', time: new Date() }, 'httpApi')
}

/** A handler whose every call waits until it is told what to answer. */
function held() {
  const calls: { path: string; answer: (body: string) => void; fail: (error: Error) => void }[] = []
  const handler = ({ rawPath }: APIGatewayProxyEventV2) =>
    new Promise<{ statusCode: number; body: string }>((resolve, reject) => {
      calls.push({ path: rawPath, answer: (body) => resolve({ statusCode: 200, body }), fail: reject })
    })
  return { calls, handler }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('turnstile', () => {
  test('lets in so many at once, the others in the order in which they came, also after one has failed', async () => {
    const { calls, handler } = held()
    const inTurn = turnstile(2)
    const [reading, writing] = [inTurn(handler), inTurn(handler)]
    const asked = ['/a', '/b', '/c', '/d'].map((path, number) => (number % 2 ? writing : reading)(eventOf(path), context))
    await turn()
    expect(calls.map(({ path }) => path)).toEqual(['/a', '/b'])
    calls[1]?.fail(new Error('gone wrong'))
    await expect(asked[1]).rejects.toThrow('gone wrong')
    expect(calls.map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
    calls[0]?.answer('first')
    calls[2]?.answer('third')
    expect((await asked[0])?.body).toBe('first')
    await turn()
    calls[3]?.answer('fourth')
    expect((await asked[3])?.body).toBe('fourth')
    const later = reading(eventOf('/e'), context)
    await turn()
    calls[4]?.answer('fifth')
    expect((await later).body).toBe('fifth')
  })
})

describe('together', () => {
  test('equal questions at the same moment get one answer; a later one asks again', async () => {
    const { calls, handler } = held()
    const ask = together(handler)
    const answers = [ask(eventOf('/tile?a=1'), context), ask(eventOf('/tile?a=1'), context), ask(eventOf('/tile?a=2'), context)]
    expect(calls).toHaveLength(2)
    calls[0]?.answer('one')
    calls[1]?.answer('two')
    expect((await Promise.all(answers)).map(({ body }) => body)).toEqual(['one', 'one', 'two'])
    const later = ask(eventOf('/tile?a=1'), context)
    expect(calls).toHaveLength(3)
    calls[2]?.fail(new Error('gone wrong'))
    await expect(later).rejects.toThrow('gone wrong')
    ask(eventOf('/tile?a=1'), context)
    expect(calls).toHaveLength(4)
  })

  test('never shares what may be for one person, or what was asked for otherwise', () => {
    const { calls, handler } = held()
    const ask = together(handler)
    const others: Record<string, string>[] = [
      {},
      { authorization: 'Bearer a' },
      { authorization: 'Bearer a' },
      { cookie: 'a=1' },
      { cookie: 'a=1' },
      { accept: 'text/csv' },
    ]
    for (const headers of [...others, { 'if-none-match': '"x"' }, { 'accept-encoding': 'gzip' }])
      ask(eventOf('/same', 'GET', headers), context)
    ask(eventOf('/same', 'POST'), context)
    ask(eventOf('/same', 'POST'), context)
    expect(calls).toHaveLength(10)
  })
})

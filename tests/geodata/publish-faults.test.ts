/** Publishing that is killed, meets another, or has a bad network or bad files: the live catalogue has all its files at every moment. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from './fixture.ts'
import { add, built, cli, environment, expectComplete, live, publish, textOf, withLargeFile } from './publishing.ts'
import { startS3 } from './s3-server.ts'

test('killed half-way, the old catalogue stands whole; run again, it uploads only what is lacking', async () => {
  const s3 = await startS3()
  const target = await built('een')
  await publish(s3, target)
  const before = textOf(s3, live)
  for (let number = 0; number < 6; number++) await add(target, `nieuw-${number}`, 5.2 + number / 50)
  for (let done = 1; done < 20; done += 4) {
    const child = spawn(process.execPath, [cli, 'publish', '--bucket', 'kaart', '--region', 'eu-central-1'], {
      env: environment(s3, target),
      stdio: 'ignore',
    })
    let left = done
    s3.onDone = (request) => {
      if (request.startsWith('PUT') && --left === 0) child.kill('SIGKILL')
    }
    await once(child, 'exit')
    s3.onDone = () => undefined
    expectComplete(s3)
    if (textOf(s3, live) !== before) break
  }
  s3.changes.length = 0
  const { code } = await publish(s3, target)
  expect(code).toBe(0)
  expect(s3.changes.length).toBeLessThan(18)
  expect(textOf(s3, live)).toBe(await readFile(join(target, 'catalogue.json'), 'utf8'))
  expectComplete(s3)
})

test('of two at once one is told, and nothing of the other is lost', async () => {
  const s3 = await startS3()
  await publish(s3, await built('een'))
  const targets = await Promise.all(['links', 'rechts'].map((id) => built('een', id)))
  // Nobody writes before both have looked.
  let looked = 0
  let open: () => void = () => undefined
  const both = new Promise<void>((resolve) => {
    open = resolve
  })
  s3.onDone = (request) => {
    if (request === `GET ${live}` && ++looked === 2) open()
  }
  s3.gate = async (request) => {
    if (!request.startsWith('GET')) await both
  }
  const results = await Promise.all(targets.map((target) => publish(s3, target)))
  expect(results.map(({ code }) => code).sort()).toEqual([0, 1])
  const [loser] = results.filter(({ code }) => code === 1)
  expect(loser?.errors).toMatch(/Somebody else has published meanwhile/)
  const winner = targets[results.findIndex(({ code }) => code === 0)] ?? ''
  expect(textOf(s3, live)).toBe(await readFile(join(winner, 'catalogue.json'), 'utf8'))
  expectComplete(s3)
})

test('two first publishers at once: one is told', async () => {
  const s3 = await startS3()
  const targets = await Promise.all(['links', 'rechts'].map((id) => built(id)))
  const results = await Promise.all(targets.map((target) => publish(s3, target)))
  expectComplete(s3)
  // Whoever looked after the other was done sees what would go, and is asked.
  expect(results.map(({ code }) => code).sort()).toEqual([0, 1])
})

test('a network that breaks off one request in five, before or after it was done, changes nothing about the end', async () => {
  const target = await built('een', 'twee')
  await withLargeFile(target, 40_000_000)
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 99 })), async (chance) => {
      const s3 = await startS3()
      s3.fault = () => {
        const thrown = chance.next().value ?? 0
        return thrown < 8 ? 'before' : thrown < 14 ? 'after' : thrown < 20 ? 'busy' : undefined
      }
      const { code, errors } = await publish(s3, target)
      expect(code, errors).toBe(0)
      expect(textOf(s3, live)).toBe(await readFile(join(target, 'catalogue.json'), 'utf8'))
      expectComplete(s3)
    }),
    { numRuns: 4 },
  )
})

test('what cannot be right is refused before anything is sent', async () => {
  const s3 = await startS3()
  const nothing = await publish(s3, await temporaryFolder())
  expect([nothing.code, nothing.errors]).toEqual([1, expect.stringContaining('holds no catalogue.json')])

  const target = await built('een')
  const tiles = (await readdir(target)).find((name) => name.endsWith('.pmtiles')) ?? ''
  const whole = await readFile(join(target, tiles))
  await writeFile(join(target, tiles), Buffer.concat([whole.subarray(0, -1), Buffer.from('x')]))
  const damaged = await publish(s3, target)
  expect([damaged.code, damaged.errors]).toEqual([1, expect.stringContaining('is damaged')])
  expect(s3.objects.has(live)).toBe(false)

  const text = await readFile(join(target, 'catalogue.json'), 'utf8')
  await writeFile(join(target, 'catalogue.json'), text.replaceAll(tiles, 'tegels.pmtiles'))
  const mutable = await publish(s3, target)
  expect([mutable.code, mutable.errors]).toEqual([1, expect.stringContaining('not named by their content')])
  await truncate(join(target, 'catalogue.json'), 20)
  expect((await publish(s3, target)).errors).toContain('not a catalogue of this version')
  expect(s3.objects.has(live)).toBe(false)
})

test('faults of the account are said in a sentence', async () => {
  const s3 = await startS3('andere')
  const target = await built('een')
  const { code, errors } = await publish(s3, target)
  expect([code, errors.trim()]).toEqual([1, 'kaart: there is no such bucket; npm run deploy prints its name'])
})

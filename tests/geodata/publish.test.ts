/** Publishing into S3: what is new, the catalogue last, nothing that is in use removed. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Catalogue } from '#contract/catalogue.ts'
import { filesOf } from '#geodata/catalogue-file.ts'
import { add, built, command, expectComplete, live, previous, publish, textOf, withLargeFile } from './publishing.ts'
import { type S3Server, startS3 } from './s3-server.ts'

const forever = 'public, max-age=31536000, immutable'

describe('publishing', () => {
  test('puts every file for ever and the catalogue last, to be asked for each time', async () => {
    const s3 = await startS3()
    const target = await built('een', 'twee')
    const large = await withLargeFile(target, 40_000_000)
    const { code, output, errors } = await command(s3, target)
    expect(code, errors).toBe(0)
    expect(output).toMatch(/new: een\nnew: twee\n/)
    expect(s3.changes.at(-1)).toBe(`PUT ${live}`)
    expect(textOf(s3, live)).toBe(await readFile(join(target, 'catalogue.json'), 'utf8'))
    expectComplete(s3)
    const types = { pmtiles: 'application/vnd.pmtiles', fgb: 'application/vnd.flatgeobuf' }
    for (const [key, { headers }] of s3.objects) {
      const type = Object.entries(types).find(([extension]) => key.endsWith(extension))?.[1] ?? 'application/json'
      expect(headers, key).toEqual({ 'content-type': type, 'cache-control': key === live ? 'no-cache' : forever })
    }
    expect(s3.objects.get(`geodata/${large}`)?.parts).toBe(3)
    expect(s3.objects.has(previous)).toBe(false)
  })

  test('a second time puts nothing, and after a change only what is new, keeping the catalogue that was', async () => {
    const s3 = await startS3()
    const target = await built('een', 'twee')
    await publish(s3, target)
    s3.changes.length = 0
    const again = await publish(s3, target)
    expect([again.code, s3.changes]).toEqual([0, []])
    expect(again.output).toContain('up to date')

    const before = textOf(s3, live)
    await add(target, 'twee', 5.35)
    const { code, output } = await publish(s3, target)
    expect(code).toBe(0)
    expect(output).toContain('changed: twee')
    expect(s3.changes.slice(-2)).toEqual([`PUT ${previous}`, `PUT ${live}`])
    expect(s3.changes.filter((change) => change.includes('een'))).toEqual([])
    expect(textOf(s3, previous)).toBe(before)
    // Whoever still has the old catalogue finds its files.
    for (const name of filesOf(Catalogue.parse(JSON.parse(before)))) expect(s3.objects.has(`geodata/${name}`), name).toBe(true)
    expectComplete(s3)
  })

  test('mends a file that is there in another size, though the catalogue is the same', async () => {
    const s3 = await startS3()
    const target = await built('een')
    await publish(s3, target)
    const key = [...s3.objects.keys()].find((name) => name.endsWith('.pmtiles')) ?? ''
    Object.assign(s3.objects.get(key) ?? {}, { body: Buffer.from('half') })
    const { output } = await publish(s3, target)
    expect(output).toContain('complete again')
    expectComplete(s3)
  })

  test('replaces a catalogue of another version of the program, which nobody can read any more', async () => {
    const s3 = await startS3()
    const target = await built('een')
    s3.objects.set(live, { body: Buffer.from('{"older":1}'), headers: {}, etag: '"older"', at: new Date(), parts: 0 })
    const { code, errors } = await publish(s3, target)
    expect(code, errors).toBe(0)
    expectComplete(s3)
    expect(textOf(s3, previous)).toBe('{"older":1}')
    // What it named nobody knows, so nothing is removed.
    expect((await publish(s3, target, '--prune', '--yes')).errors).toContain('not a catalogue of this version')
  })

  test('--dry-run says what would be done, and does nothing', async () => {
    const s3 = await startS3()
    const { code, output } = await command(s3, await built('een'), '--dry-run')
    expect(code).toBe(0)
    expect(output).toMatch(/^new: een\n/)
    expect(output).toContain('3 of 3 files to upload')
    expect(s3.changes).toEqual([])
  })

  test('asks before a document leaves the site', async () => {
    const s3 = await startS3()
    await publish(s3, await built('een', 'twee'))
    s3.changes.length = 0
    const other = await built('een')
    const refused = await publish(s3, other)
    expect(refused.code).toBe(1)
    expect(refused.errors).toContain('Take twee off the site?')
    expect(s3.changes).toEqual([])
    const { code, output } = await publish(s3, other, '--yes')
    expect([code, output]).toEqual([0, expect.stringContaining('gone: twee')])
    expectComplete(s3)
  })
})

describe('--prune', () => {
  const day = 24 * 60 * 60 * 1000
  const older = (s3: S3Server) => {
    for (const object of s3.objects.values()) object.at = new Date(Date.now() - 2 * day)
  }

  test('removes what neither the live catalogue nor the one before names, once it is a day old, and asks first', async () => {
    const s3 = await startS3()
    const target = await built('een')
    await publish(s3, target)
    const first = [...s3.objects.keys()].filter((key) => key !== live)
    await add(target, 'een', 5.3)
    await publish(s3, target)
    older(s3)
    // The catalogue before names the first files still.
    expect((await publish(s3, target, '--prune', '--yes')).output).toContain('0 files that no catalogue names')
    await add(target, 'een', 5.35)
    s3.objects.set('geodata/lijst.txt', { body: Buffer.from('x'), headers: {}, etag: '"x"', at: new Date(), parts: 0 })
    older(s3)
    expect((await publish(s3, target)).code).toBe(0)

    const asked = await publish(s3, target, '--prune')
    expect([asked.code, asked.errors]).toEqual([1, expect.stringContaining(`Remove these ${first.length} files for good?`)])
    const shown = await publish(s3, target, '--prune', '--dry-run')
    for (const key of first) expect(shown.output).toContain(key.slice('geodata/'.length))
    expect(first.filter((key) => !s3.objects.has(key))).toEqual([])

    const { code, output } = await publish(s3, target, '--prune', '--yes')
    expect([code, output]).toEqual([0, expect.stringContaining(`removed ${first.length} files`)])
    expect(first.filter((key) => s3.objects.has(key))).toEqual([])
    expect([...s3.objects.keys()]).toEqual(expect.arrayContaining([live, previous, 'geodata/lijst.txt']))
    expectComplete(s3)
  })

  test('leaves what is younger: somebody may be publishing the catalogue that names it', async () => {
    const s3 = await startS3()
    const target = await built('een')
    await publish(s3, target)
    for (const x of [5.3, 5.35]) {
      await add(target, 'een', x)
      await publish(s3, target)
    }
    expect((await publish(s3, target, '--prune', '--yes')).output).toContain('0 files that no catalogue names')
  })
})

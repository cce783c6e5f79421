/** Publishing into S3: what is new, the catalogue last, nobody overwritten, nothing that is in use removed. */
import { execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Catalogue } from '#contract/catalogue.ts'
import { addDocument } from '#geodata/add.ts'
import { filesOf, readCatalogue } from '#geodata/catalogue-file.ts'
import { InputError } from '#geodata/importer.ts'
import { silent } from '#geodata/progress.ts'
import { publishCommand } from '#geodata/publish/command.ts'
import { collection, folderOf, square, temporaryFolder } from './fixture.ts'
import { type S3Server, startS3 } from './s3-server.ts'

const cli = fileURLToPath(new URL('../../geodata/cli.ts', import.meta.url))
const forever = 'public, max-age=31536000, immutable'
const live = 'geodata/catalogue.json'
const previous = 'geodata/catalogue.previous.json'

function environment(s3: S3Server, target: string): NodeJS.ProcessEnv {
  const keys = { AWS_ACCESS_KEY_ID: 'sleutel', AWS_SECRET_ACCESS_KEY: 'geheim', AWS_SESSION_TOKEN: '' }
  return { PATH: process.env.PATH, GEODATA_DIR: target, AWS_ENDPOINT_URL_S3: s3.endpoint, ...keys }
}

interface Ran {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** As a person would, in a process of its own. */
function command(s3: S3Server, target: string, ...args: string[]): Promise<Ran> {
  const all = [cli, 'publish', '--bucket', 'kaart', '--region', 'eu-central-1', ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, all, { env: environment(s3, target) }, (error, output, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output, errors }),
    )
  })
}

/** The same in this process, which is quicker. */
async function publish(s3: S3Server, folder: string, ...args: ('--yes' | '--prune' | '--dry-run')[]): Promise<Ran> {
  Object.assign(process.env, environment(s3, folder))
  const lines: string[] = []
  const chosen = { yes: args.includes('--yes'), prune: args.includes('--prune'), dryRun: args.includes('--dry-run') }
  const request = { folder, bucket: 'kaart', region: 'eu-central-1', ...chosen }
  try {
    await publishCommand(request, silent, (line) => lines.push(line))
    return { code: 0, output: lines.join('\n'), errors: '' }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { code: 1, output: lines.join('\n'), errors: error.message }
  }
}

async function add(target: string, id: string, x: number): Promise<void> {
  const area = { id: 'a', properties: { naam: 'Gebied' }, geometry: { type: 'Polygon', coordinates: square(x, 52, 0.01) } }
  const input = await folderOf({ 'gebied.geojson': collection([area]) })
  await addDocument({ input, target, id, today: '2026-11-24', metadata: { version: String(x) } }, silent)
}
async function built(...ids: string[]): Promise<string> {
  const target = await temporaryFolder()
  for (const [index, id] of ids.entries()) await add(target, id, 5.1 + index / 10)
  return target
}
const textOf = (s3: S3Server, key: string): string => s3.objects.get(key)?.body.toString() ?? ''

/** The live catalogue has all its files, each whole. */
function expectComplete(s3: S3Server): void {
  const catalogue = Catalogue.parse(JSON.parse(textOf(s3, live)))
  for (const name of filesOf(catalogue)) {
    const hash = createHash('sha256')
      .update(s3.objects.get(`geodata/${name}`)?.body ?? '')
      .digest('hex')
    expect(name).toContain(`.${hash.slice(0, 10)}.`)
  }
}

/** A file of this many bytes, as one more download of the first layer. */
async function withLargeFile(target: string, size: number): Promise<string> {
  const bytes = randomBytes(size)
  const name = `groot.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.fgb`
  await writeFile(join(target, name), bytes)
  const catalogue = await readCatalogue(target)
  const [document] = catalogue.documents
  const [layer] = document?.layers ?? []
  if (!document || !layer) throw new Error('nothing built')
  const layers = [{ ...layer, download: name }]
  const changed = { ...catalogue, documents: [{ ...document, layers }, ...catalogue.documents.slice(1)] }
  await writeFile(join(target, 'catalogue.json'), JSON.stringify(changed))
  return name
}

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

describe('what could go wrong', () => {
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

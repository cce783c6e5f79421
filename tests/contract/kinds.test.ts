/** Adding a kind: one new file, one registry line, the words in both languages. The compiler refuses every half of it. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const contract = join(root, 'functions/contract')
let folder: string
beforeAll(async () => {
  // Inside the repository, so that node_modules is found.
  await mkdir(join(root, '.cache'), { recursive: true })
  folder = await mkdtemp(join(root, '.cache/kinds-'))
})
afterAll(() => rm(folder, { recursive: true }))

const kindFile = `import { textField } from './field.ts'
import type { Kind } from './kind.ts'

/** Praise for something that works. */
export const praise = { pin: 'round', icon: 'star', fields: { why: textField('line', 120) } } as const satisfies Kind
`
const words = {
  label: 'Compliment',
  plural: 'Complimenten',
  choice: 'Een compliment',
  fields: { why: { label: 'Waarom?', hint: 'Vertel.' } },
}

interface Part {
  readonly kind?: string
  readonly registry?: boolean
  readonly nl?: object
  readonly en?: object
}

/** Plants the parts in a copy of contract/ and gives the files that the compiler complains about. */
async function plant(name: string, part: Part): Promise<{ files: string[]; copy: string }> {
  const copy = join(folder, name)
  await cp(contract, copy, { recursive: true })
  await plantIn(copy, part)
  await writeFile(
    join(copy, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true },
      include: ['./**/*.ts'],
    }),
  )
  const output = await compile(['-p', copy])
  const files = [...output.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(
    ([, file]) => file?.slice(file.indexOf(`${name}/`) + name.length + 1) ?? '',
  )
  if (output.trim() !== '' && files.length === 0) throw new Error(output)
  return { files: [...new Set(files)].toSorted(), copy }
}

/** Writes the parts into a copy of contract/. */
async function plantIn(copy: string, part: Part): Promise<void> {
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(join(copy, file), 'utf8')
    expect(text).toContain(from)
    await writeFile(join(copy, file), text.replace(from, to))
  }
  if (part.kind) await writeFile(join(copy, 'kinds/praise.ts'), part.kind)
  if (part.registry) {
    await change(
      'kinds/registry.ts',
      "import { initiative } from './initiative.ts'",
      "import { initiative } from './initiative.ts'\nimport { praise } from './praise.ts'",
    )
    await change('kinds/registry.ts', 'challenge } as const', 'challenge, praise } as const')
  }
  for (const language of ['nl', 'en'] as const) {
    if (part[language])
      await change(`text/${language}.ts`, 'kinds: {', `kinds: {\n    praise: ${JSON.stringify(part[language])},`)
  }
}

/** What the compiler says; nothing where all is well. */
function compile(options: readonly string[]): Promise<string> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, ...options, '--pretty', 'false'], (_, stdout, stderr) => resolve((stdout + stderr).trim()))
  })
}

const whole: Part = { kind: kindFile, registry: true, nl: words, en: words }
const { fields: _, ...withoutFields } = words

describe('half a kind is refused, where the other half is missing', () => {
  test.each<[string, Part, string[]]>([
    ['no-file', { ...whole, kind: undefined }, ['kinds/registry.ts']],
    ['no-words', { ...whole, nl: undefined, en: undefined }, ['text/en.ts', 'text/nl.ts']],
    ['no-english', { ...whole, en: undefined }, ['text/en.ts']],
    ['words-without-kind', { nl: words, en: words }, ['text/en.ts', 'text/nl.ts']],
    ['words-without-field', { ...whole, nl: { ...words, fields: {} } }, ['text/nl.ts']],
    ['words-without-fields', { ...whole, en: withoutFields }, ['text/en.ts']],
    ['field-without-hint', { ...whole, nl: { ...words, fields: { why: { label: 'Waarom?' } } } }, ['text/nl.ts']],
    [
      'word-of-no-field',
      { ...whole, nl: { ...words, fields: { ...words.fields, who: { label: 'Wie?', hint: 'x' } } } },
      ['text/nl.ts'],
    ],
    ['no-pin', { ...whole, kind: kindFile.replace("pin: 'round', ", '') }, ['kinds/praise.ts', 'kinds/registry.ts']],
    ['unknown-pin', { ...whole, kind: kindFile.replace("'round'", "'star'") }, ['kinds/praise.ts', 'kinds/registry.ts']],
  ])('%s', async (name, part, expected) => {
    const { files } = await plant(name, part)
    // A part that breaks may break what leans on it; the file to mend is always named.
    expect(files).toEqual(expect.arrayContaining(expected))
  })
})

test('a whole kind compiles in store, API and web without another line', async () => {
  const copy = join(folder, 'everything')
  for (const part of ['functions', 'web', 'package.json', 'tsconfig.json']) {
    await cp(join(root, part), join(copy, part), { recursive: true, filter: (path) => !path.endsWith('web/dist') })
  }
  await plantIn(join(copy, 'functions/contract'), whole)
  expect(await compile(['-b', join(copy, 'functions'), join(copy, 'web')])).toBe('')
  await plantIn(join(copy, 'functions/contract'), { kind: kindFile.replace("'star'", "'no-such-icon'") })
  expect(await compile(['-b', join(copy, 'functions'), join(copy, 'web')])).toContain('no-such-icon')
})

test('a whole kind is accepted, and is a kind everywhere: drafts, features, OpenAPI, faults', async () => {
  const { files, copy } = await plant('whole', whole)
  expect(files).toEqual([])
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(copy, file)).href)
  const [{ ContributionDraft, ContributionProperties }, { faultsOf }, { buildOpenApi }] = [
    await load('contribution.ts'),
    await load('faults.ts'),
    await load('openapi.ts'),
  ]
  const draft = {
    kind: 'praise',
    themes: ['health'],
    title: 'Fijn pad',
    description: 'Dit pad is heel fijn.',
    geometry: null,
    village: 'odijk',
    why: 'Rust',
  }
  expect(ContributionDraft.parse(draft)).toMatchObject({ kind: 'praise', why: 'Rust' })
  expect(Object.keys(ContributionProperties.shape)).toContain('why')
  expect(JSON.stringify(buildOpenApi({ origin: '', version: '1' }))).toContain('"praise"')
  expect(faultsOf(ContributionDraft, { ...draft, kind: 'idea' }, 'nl')).toMatchObject([
    { location: '#/why', code: 'fieldOfOtherKind' },
  ])
  expect(faultsOf(ContributionDraft, { ...draft, why: 'x'.repeat(121) }, 'nl')[0].detail).toBe(
    'Waarom? Gebruik hoogstens 120 tekens. Je hebt er 121.',
  )
})

/** `npm run geodata -- add | list | remove | publish | build-example`: the only file here that reads the environment. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CategoryId, ThemeId } from '#contract/ids.ts'
import { type AddRequest, addDocument } from './add.ts'
import { readCatalogue } from './catalogue-file.ts'
import { buildExample } from './example-build.ts'
import { InputError } from './importer.ts'
import { inputsOf } from './imro/files.ts'
import { progressOn } from './progress.ts'
import { removeDocument } from './remove.ts'
import { Colour } from './sidecar.ts'
import { catalogueList, rejoinNote, summary } from './summary.ts'

const usage = `Usage:
  npm run geodata -- add <file|folder|zip|url> … [flags]
  npm run geodata -- list
  npm run geodata -- remove <id>
  npm run geodata -- publish --bucket <name> [--region <region>] [--dry-run] [--prune] [--yes]
  npm run geodata -- build-example

Flags of add, for what the source does not say (or says otherwise):
  --id <id>             id of the document; adding the same id again replaces it
  --title <text>        --authority <text>    --licence <text>     --source <text>
  --version <text>      --date <YYYY-MM-DD>   --category vision|rules|zoning|reference
  --theme housing|mobility|energy|food|health|general     of all its layers
  --colour <#rrggbb>    of all its layers
  --crs <EPSG:code>     of GeoJSON that does not say its own
  --superseded          also a structuurvisie or provincial plan that may be superseded; its title says so
  --texts <address>     where the texts of IMRO plans stand, as {address}/{plan}/{file}

publish puts the catalogue into the site's bucket: what is new there, the catalogue last. --prune then removes files that neither it nor
the one before names; --dry-run only says what would be done; --yes asks nothing.

A file <name>.layer.json beside a source file says more of that layer: see geodata/README.md.
The catalogue is built in GEODATA_DIR, by default DATA_DIR/geodata (.data/geodata).`

const text = { type: 'string' } as const
const flags = {
  id: text,
  title: text,
  category: text,
  authority: text,
  version: text,
  date: text,
  licence: text,
  source: text,
  theme: text,
  colour: text,
  crs: text,
  superseded: { type: 'boolean' },
  texts: { type: 'string' },
  bucket: text,
  region: text,
  'dry-run': { type: 'boolean' },
  prune: { type: 'boolean' },
  yes: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

async function main(): Promise<void> {
  const { values, positionals } = parse()
  const [command, subject, ...more] = positionals
  const target = resolve(process.env.GEODATA_DIR ?? join(process.env.DATA_DIR ?? '.data', 'geodata'))
  if (values.help) print(usage)
  else if (command === 'add' && subject !== undefined) await addAll([subject, ...more], requestOf(target, values))
  else if (command === 'list' && subject === undefined) print(catalogueList(await readCatalogue(target), target))
  else if (command === 'remove' && subject !== undefined && more.length === 0) {
    await removeDocument(target, subject)
    print(`removed ${subject}\n${rejoinNote}`)
  } else if (command === 'publish' && subject === undefined) await publishTo(target, values)
  else if (command === 'build-example' && subject === undefined) {
    print(
      (await buildExample(target, progressOn(process.stderr)))
        ? `built the example in ${target}`
        : `the example in ${target} is up to date`,
    )
  } else throw new InputError(usage)
}

/** One document for each; one that cannot be imported does not hold up the others. */
async function addAll(given: readonly string[], request: FlagRequest): Promise<void> {
  const inputs = (await Promise.all(given.map(inputsOf))).flat()
  if (inputs.length > 1 && (request.id ?? request.metadata?.title) !== undefined)
    throw new InputError('--id and --title: for one document at a time')
  for (const input of inputs) {
    try {
      const started = performance.now()
      const added = await addDocument({ ...request, input }, progressOn(process.stderr))
      print(summary(added, request.target, (performance.now() - started) / 1000))
    } catch (error) {
      if (!(error instanceof InputError) || inputs.length === 1) throw error
      process.stderr.write(`${error.message}\n`)
      process.exitCode = 1
    }
  }
  print(rejoinNote)
}

async function publishTo(folder: string, values: Values): Promise<void> {
  const { bucket, region, prune = false, yes = false, 'dry-run': dryRun = false } = values
  if (bucket === undefined) throw new InputError('--bucket: which one? npm run deploy prints its name')
  // Only this command needs the AWS SDK, which takes a while to load.
  const { publishCommand } = await import('./publish/command.ts')
  await publishCommand({ folder, bucket, region, prune, yes, dryRun }, progressOn(process.stderr), print)
}

function parse() {
  try {
    return parseArgs({ options: flags, allowPositionals: true })
  } catch (cause) {
    throw new InputError(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`, { cause })
  }
}

type Values = ReturnType<typeof parse>['values']
type FlagRequest = Omit<AddRequest, 'input'>

/** @throws {InputError} before anything is read */
function requestOf(target: string, values: Values): FlagRequest {
  const { id, crs, superseded, texts, title, authority, version, date, licence, source } = values
  if (id !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new InputError('--id: small letters, digits and single hyphens')
  if (date !== undefined && Number.isNaN(Date.parse(`${date}T00:00:00Z`))) throw new InputError('--date: YYYY-MM-DD')
  const category = oneOf('--category', CategoryId.options, values.category)
  const theme = oneOf('--theme', ThemeId.options, values.theme)
  if (values.colour !== undefined && !Colour.safeParse(values.colour).success) throw new InputError('--colour: #rrggbb')
  return {
    target,
    id,
    crs,
    superseded,
    texts,
    metadata: { title, category, authority, version, date, licence, source },
    style: { ...(theme ? { theme } : {}), ...(values.colour ? { colour: values.colour } : {}) },
    today: new Date().toISOString().slice(0, 10),
  }
}

function oneOf<T extends string>(flag: string, options: readonly T[], value: string | undefined): T | undefined {
  const found = options.find((option) => option === value)
  if (value !== undefined && found === undefined) throw new InputError(`${flag}: one of ${options.join(', ')}`)
  return found
}

function print(lines: string): void {
  process.stdout.write(`${lines}\n`)
}

try {
  await main()
} catch (error) {
  // What the person can mend is said in a sentence; anything else is a fault of ours and shows where it arose.
  process.stderr.write(`${error instanceof InputError ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}

/**
 * `npm run moderate -- hide <id> [--why "…"] | publish <id> [--why "…"] | show <id> | list`: the operator's first day, before there
 * is a moderator's page. Works beside a running server, and on a deployed table with `--table` (or TABLE_NAME) and AWS credentials.
 */
import { parseArgs } from 'node:util'
import { nl } from '#contract/text/nl.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { mayDo } from '#domain/participation.ts'
import { openStore } from '#store/open.ts'
import type { Store } from '#store/store.ts'
import { atTable } from './at-table.ts'
import { OperatorError, said } from './operator-error.ts'
import { readSettings } from './settings.ts'

const usage = `Gebruik:
  npm run moderate -- list                      wat er staat: ontvangen, verborgen en de nieuwste zichtbare bijdragen
  npm run moderate -- show <id>                 een bijdrage met wat er met haar is gebeurd
  npm run moderate -- hide <id> [--why "…"]     verberg een bijdrage
  npm run moderate -- publish <id> [--why "…"]  maak een bijdrage zichtbaar

Zonder meer: in de gegevens onder DATA_DIR, ook als de server draait.
Met --table <naam> of TABLE_NAME: in een DynamoDB-tabel (AWS_REGION en AWS-rechten uit de omgeving).`

/** Published contributions that `list` shows per consultation. */
const listed = 20
const deeds = { hide: { to: 'hidden', done: 'Verborgen' }, publish: { to: 'published', done: 'Zichtbaar gemaakt' } } as const

/** Runs one command on a store and gives the text to print. @throws {OperatorError} */
export async function moderate(store: Store, args: readonly string[], now: Date): Promise<string> {
  const { command, id, why } = read(args)
  if (command === 'list') return list(store)
  if (id === undefined) throw new OperatorError(usage)
  const record = await store.get(id.toLowerCase())
  if (!record) throw new OperatorError(`Er is geen bijdrage met nummer ${id}.`)
  if (command === 'show') return show(store, record)
  const consultation = await store.getConsultation(record.consultation)
  if (!consultation) throw new Error(`contribution ${id} belongs to no consultation`)
  const { to, done } = deeds[command]
  if (record.state === to) return `Niets veranderd: ${line(record)}`
  if (!mayDo(command, 'operator', record.state, consultation.period, now)) {
    throw new OperatorError(`Dat kan niet bij een bijdrage die is ${nl.states[record.state].toLowerCase()}: ${line(record)}`)
  }
  await store.changeState(record.id, to, record.version, { at: now.toISOString(), by: 'operator', role: null, what: to, why })
  const when =
    to === 'hidden'
      ? 'Binnen een minuut is de bijdrage van de kaart, uit de lijst en uit de downloads.'
      : 'Binnen een minuut ziet iedereen de bijdrage.'
  return `${done}: ${record.title} (${record.id}).\n${when}${why === null ? '' : `\nReden: ${why}`}`
}

function read(args: readonly string[]): { command: 'list' | 'show' | 'hide' | 'publish'; id?: string; why: string | null } {
  const { positionals, values } = parsed(args)
  const [command, id, ...more] = positionals
  const known = (['list', 'show', 'hide', 'publish'] as const).find((name) => name === command)
  if (!known || more.length > 0 || (known === 'list') !== (id === undefined)) throw new OperatorError(usage)
  return { command: known, ...(id !== undefined && { id }), why: values.why ?? null }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { why: { type: 'string' }, table: { type: 'string' } } })
  } catch (cause) {
    throw new OperatorError(usage, { cause })
  }
}

async function list(store: Store): Promise<string> {
  const lines: string[] = []
  for (const { id, title } of await store.listConsultations()) {
    lines.push(`${title} (${id})`)
    for (const state of ['received', 'hidden'] as const) {
      for await (const record of store.waiting(id, state)) lines.push(`  ${line(record)}`)
    }
    const { items, next } = await store.newest(id, { filter: {}, limit: listed })
    lines.push(...items.map((record) => `  ${line(record)}`))
    if (next !== undefined) lines.push('  … en oudere zichtbare bijdragen')
  }
  return lines.length > 0 ? lines.join('\n') : 'Er is nog geen participatietraject.'
}

async function show(store: Store, record: ContributionRecord): Promise<string> {
  const events = await store.events(record.id)
  const history = events.map(({ at, by, what, why }) => `  ${at}  ${what} (${by})${why === null ? '' : `: ${why}`}`)
  return [line(record), '', record.description, '', ...history].join('\n')
}

function line({ id, state, createdAt, kind, title }: ContributionRecord): string {
  return `${id}  ${nl.states[state].padEnd(10)}  ${createdAt.slice(0, 10)}  ${nl.kinds[kind].label}: ${title || '(ingetrokken)'}`
}

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const settings = readSettings(process.env)
  await atTable(parsed(args).values.table ?? settings.table, settings, async (place) => {
    console.log(await moderate(openStore(place), args, new Date()))
  })
}

if (import.meta.main) {
  main().catch((error) => {
    console.error(said(error))
    process.exitCode = 1
  })
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moderate } from '#local/moderate.ts'
import { type App, consultation, startApp } from './app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  await app.store.putConsultation(consultation('proef'))
  await app.store.putConsultation(consultation('vooraf', { title: 'Vooraf bekeken', moderation: 'before' }))
})
afterAll(() => app.close())

const run = (...args: string[]) => moderate(app.store, args, new Date())
const status = async (id: string) => (await app.ask(`/api/v1/contributions/${id}`)).status

test('as its own process beside the running server: hidden with a reason, for everybody, on record', async () => {
  const { id } = await app.submit({ title: 'Dit hoort hier niet' })
  const script = ['functions/local/moderate.ts', 'hide', id, '--why', 'Noemt een persoon']
  const { stdout } = await promisify(execFile)(process.execPath, script, { env: { ...process.env, DATA_DIR: app.dataDir } })
  expect(stdout).toContain('Verborgen: Dit hoort hier niet')
  expect(stdout).toContain('Reden: Noemt een persoon')
  expect(await status(id)).toBe(404)
  expect(await app.store.events(id)).toMatchObject([
    { what: 'submitted' },
    { what: 'hidden', by: 'operator', why: 'Noemt een persoon' },
  ])
  expect(await run('show', id)).toMatch(/Verborgen.*Dit hoort hier niet[\s\S]*hidden \(operator\): Noemt een persoon/)
  expect(await run('publish', id)).toContain('Zichtbaar gemaakt')
  expect(await status(id)).toBe(200)
  expect(await run('publish', id)).toContain('Niets veranderd')
})

test('what waits is listed, and gone from the list once it is public', async () => {
  const { id } = await app.submit({ title: 'Wacht op een blik' }, 'vooraf')
  expect(await run('list')).toMatch(new RegExp(`Vooraf bekeken \\(vooraf\\)\n  ${id}  Ontvangen .*Wacht op een blik`))
  await run('publish', id)
  expect(await status(id)).toBe(200)
  expect(await run('list')).toMatch(new RegExp(`${id}  Zichtbaar`))
})

test('what was withdrawn cannot be brought back', async () => {
  const { id, authorToken } = await app.submit()
  await app.ask(`/api/v1/contributions/${id}`, { method: 'DELETE', headers: { authorization: `Bearer ${authorToken}` } })
  await expect(run('publish', id)).rejects.toThrow('Dat kan niet bij een bijdrage die is ingetrokken')
})

test.each([[[]], [['hide']], [['weg', 'x']], [['list', 'x']], [['hide', 'x', '--reden', 'y']]])(
  '%j explains itself',
  async (args) => {
    await expect(run(...args)).rejects.toThrow('Gebruik:')
  },
)

test('an unknown number is said to be so', async () => {
  await expect(run('hide', '01aaaaaaaaaaaaaaaaaaaaaaaa')).rejects.toThrow('Er is geen bijdrage met nummer')
})

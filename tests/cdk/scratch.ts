/** Folders for one test file: CDK writes some 25 MB per synthesis. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A new folder, gone after the tests of this file. */
export function scratch(subject: string): string {
  const folder = mkdtempSync(join(tmpdir(), `vliegwiel-${subject}-`))
  made.push(folder)
  return folder
}

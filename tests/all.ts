/**
 * `npm test`: versions, check (biome, tsc, knip), then every vitest project, one after another on a small machine. Ends with the
 * plain line `N passed, N failed` over all of them; exits non-zero when anything failed or nothing ran.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const only = process.argv.slice(2)
const projects = ['contract', 'domain', 'store', 'api', 'geodata', 'web', 'cdk', 'journeys']

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  success: boolean
}
const sum = { passed: 0, failed: 0, skipped: 0 }

function run(title: string, command: string, args: readonly string[]): boolean {
  console.log(`\n── ${title}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  console.log(`   ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(0)} s`)
  return status === 0
}

/** A check counts as one test: a red linter must not end in "0 failed". */
function check(title: string, command: string, args: readonly string[]): void {
  if (run(title, command, args)) sum.passed++
  else sum.failed++
}

function vitest(project: string, reports: string): void {
  const report = join(reports, `${project}.json`)
  const args = ['run', '--config', 'tests/vitest.config.ts', '--project', project]
  const ok = run(project, 'vitest', [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`])
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8')) as Report
    sum.passed += counted.numPassedTests
    sum.failed += counted.numFailedTests
    sum.skipped += counted.numPendingTests + counted.numTodoTests
    // A file that does not load, or an error outside any test, fails the run without failing a test.
    if (!ok && counted.numFailedTests === 0) sum.failed++
  } catch {
    console.log(`   ${project} left no report`)
    sum.failed++
  }
}

const reports = mkdtempSync(join(tmpdir(), 'vliegwiel-test-'))
if (only.length === 0) {
  check('biome', 'biome', ['check', '.'])
  check('tsc', 'tsc', ['-b'])
  check('knip', 'knip', [])
  check('build', 'vite', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'])
}
for (const project of only.length === 0 ? projects : only) vitest(project, reports)
rmSync(reports, { recursive: true })

console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0

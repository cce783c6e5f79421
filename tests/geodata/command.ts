/** Runs the geodata command as a person would. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../geodata/cli.ts', import.meta.url))

export interface Ran {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** @param target folder of the catalogue */
export function geodataCommand(target: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env: { ...process.env, GEODATA_DIR: target } }, (error, output, errors) =>
      resolve({ code: error === null ? 0 : Number(error.code), output, errors }),
    )
  })
}

/** A folder beside the catalogue in which a build puts its files until they are complete. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** On the same disk as `target`, so that files can be moved in one step; removed afterwards whatever happens. */
export async function inWorkFolder<T>(target: string, build: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(target, { recursive: true })
  const folder = await mkdtemp(join(target, '.work-'))
  try {
    return await build(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

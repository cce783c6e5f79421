/** How far each shard of a stream has been handled, in a file that is replaced whole. */
import { readFile, rename, writeFile } from 'node:fs/promises'

export interface Checkpoints {
  get(shard: string): string | undefined
  set(shard: string, sequenceNumber: string): Promise<void>
}

/** Of another stream (a table made anew) nothing is remembered: its numbers start again. */
export async function openCheckpoints(file: string, stream: string): Promise<Checkpoints> {
  const known = await read(file)
  const shards: Record<string, string> = known.stream === stream ? known.shards : {}
  return {
    get: (shard) => shards[shard],
    async set(shard, sequenceNumber) {
      shards[shard] = sequenceNumber
      await writeFile(`${file}.new`, JSON.stringify({ stream, shards }))
      await rename(`${file}.new`, file)
    },
  }
}

async function read(file: string): Promise<{ stream: string; shards: Record<string, string> }> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    // Without a readable checkpoint everything is handled again, which changes nothing.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
      return { stream: '', shards: {} }
    }
    throw error
  }
}

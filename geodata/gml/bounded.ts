/** Guards against text without end: an XML parser holds all text up to the next tag in memory. */
import { InputError } from '../importer.ts'

/** Bytes between two `<`: a posList of a million positions, well above the largest zone known (128,516). */
const longestText = 24 * 2 ** 20

const lessThan = 0x3c

/** The same chunks. @throws {InputError} where a text is longer than `longest` bytes */
export async function* bounded(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  longest = longestText,
): AsyncGenerator<Uint8Array> {
  let open = 0
  for await (const chunk of chunks) {
    const first = chunk.indexOf(lessThan)
    if (open + (first < 0 ? chunk.length : first) > longest) {
      throw new InputError(`${name}: a text or list of positions longer than ${longest} bytes`)
    }
    open = first < 0 ? open + chunk.length : chunk.length - chunk.lastIndexOf(lessThan)
    yield chunk
  }
}

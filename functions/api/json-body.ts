/** The body of a request as JSON: within bounds, and meaning one thing only. */
import { Buffer } from 'node:buffer'
import type { FaultSeed } from '#contract/faults.ts'
import { Refusal } from './refusal.ts'

/** Largest body in bytes. */
const maxBody = 256 * 1024
/** Deepest nesting; a multi-polygon's coordinates need 6. */
const maxDepth = 16

export interface RawBody {
  readonly body?: string | undefined
  readonly isBase64Encoded?: boolean | undefined
}

/**
 * The parsed body, or the fault that keeps it from being read.
 * @throws {Refusal} `too-large`, `unsupported-media-type`
 */
export function readJson(raw: RawBody, contentType: string | undefined): { json: unknown } | { faults: FaultSeed[] } {
  const bytes = Buffer.from(raw.body ?? '', raw.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > maxBody) throw new Refusal('too-large')
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) throw new Refusal('unsupported-media-type')
  const fault = (code: FaultSeed['code'], values = {}) => ({
    faults: [{ in: 'body', path: [], code, values } satisfies FaultSeed],
  })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fault('badEncoding')
  }
  const scan = scanJson(text)
  if (scan.depth > maxDepth) return fault('tooDeep', { max: maxDepth })
  if (scan.repeated) return fault('notJson')
  try {
    return { json: JSON.parse(text) }
  } catch {
    return fault('notJson')
  }
}

/**
 * Depth of a JSON text and whether an object names a key twice (JSON.parse would silently take the last). Reads the text once, without
 * recursion; of a text that is no JSON it may say anything, since JSON.parse refuses that afterwards.
 */
function scanJson(text: string): { depth: number; repeated: boolean } {
  const open: (Set<string> | undefined)[] = []
  let depth = 0
  let expectKey = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined)
      if (open.length > depth) depth = open.length
      if (depth > maxDepth) break
      expectKey = character === '{'
    } else if (character === '}' || character === ']') {
      open.pop()
      expectKey = false
    } else if (character === ',') expectKey = open.at(-1) !== undefined
    else if (character === '"') {
      const end = endOfString(text, at)
      const keys = open.at(-1)
      if (expectKey && keys) {
        const key = unescaped(text.slice(at, end + 1))
        if (keys.has(key)) return { depth, repeated: true }
        keys.add(key)
        expectKey = false
      }
      at = end
    }
  }
  return { depth, repeated: false }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at
  }
  return text.length
}

/** A key as JSON.parse will see it: `"a"` and `"\u0061"` are the same. */
function unescaped(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted
  }
}

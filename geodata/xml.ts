/** Streams XML as events with local names. No DOCTYPE, so no entities of its own and nothing fetched from elsewhere. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { InputError } from './importer.ts'

export interface XmlVisitor {
  /** @param attributes by local name */
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  /** @param text of the element itself, trimmed, without that of its children */
  close?(name: string, text: string): void
  /** Text as it stands between elements, untrimmed, perhaps in parts. */
  text?(text: string): void
}

/** One reading for several readers. */
export function together(...visitors: readonly XmlVisitor[]): XmlVisitor {
  return {
    open(name, attributes) {
      for (const visitor of visitors) visitor.open?.(name, attributes)
    },
    close(name, text) {
      for (const visitor of visitors) visitor.close?.(name, text)
    },
    text(text) {
      for (const visitor of visitors) visitor.text?.(text)
    },
  }
}

/** Elements nested deeper than this are an attack; STOP texts reach 30. */
const deepest = 200

/** @throws {InputError} when it is not well-formed XML, or holds a DOCTYPE */
export async function readXml(name: string, chunks: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const parser = new SaxesParser<{ xmlns: true }>({ xmlns: true })
  const texts: string[] = []
  parser.on('doctype', () => {
    throw new InputError(`${name}: holds a DOCTYPE; entities are not read`)
  })
  parser.on('error', (error) => {
    throw new InputError(`${name}: not well-formed XML (${error.message})`)
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (texts.push('') > deepest) throw new InputError(`${name}: elements nested more than ${deepest} deep`)
    visitor.open?.(tag.local, new Map(Object.values(tag.attributes).map((attribute) => [attribute.local, attribute.value])))
  })
  const onText = (text: string) => {
    if (texts.length === 0) return
    texts[texts.length - 1] += text
    visitor.text?.(text)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.on('closetag', (tag: SaxesTagNS) => visitor.close?.(tag.local, (texts.pop() ?? '').trim()))
  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      parser.write(decoder.decode(chunk, { stream: true }))
    }
    parser.write(decoder?.decode() ?? '')
    parser.close()
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) {
      throw new InputError(`${name}: not in the encoding that it declares`, { cause })
    }
    throw cause
  }
}

/** The encoding in the XML declaration; UTF-8 without one. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200))
  return /^(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
}

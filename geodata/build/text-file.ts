/** Writes a document's text as JSON under a name of its content. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DocumentText } from '#contract/document-text.ts'

/** @returns name of the file in `work`; nothing without a text */
export async function writeText(text: DocumentText | undefined, document: string, work: string): Promise<string | undefined> {
  if (text === undefined) return undefined
  const json = JSON.stringify(DocumentText.parse(text))
  const name = `${document}.text.${createHash('sha256').update(json).digest('hex').slice(0, 10)}.json`
  await writeFile(join(work, name), json)
  return name
}

/** Takes a document out of the catalogue, with its files. */
import { commit } from './catalogue-file.ts'
import { InputError } from './importer.ts'

/** @throws {InputError} when there is no such document */
export async function removeDocument(target: string, id: string): Promise<void> {
  await commit(target, undefined, [], (catalogue) => {
    if (!catalogue.documents.some((document) => document.id === id)) {
      throw new InputError(
        `no document ${id}; there are: ${catalogue.documents.map((document) => document.id).join(', ') || 'none'}`,
      )
    }
    return { ...catalogue, documents: catalogue.documents.filter((document) => document.id !== id) }
  })
}

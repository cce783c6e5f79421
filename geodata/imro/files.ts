/** Which files are IMRO plans. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openPackage, type Package } from '../package/package.ts'

/** Bytes in which the namespaces of the root element stand. */
const headBytes = 8192

export const isGml = (name: string): boolean => /\.gml$/i.test(name)

/** Whether the file's root element is in a namespace of IMRO2008 or IMRO2012. */
async function isImro(source: Package, name: string): Promise<boolean> {
  let head = ''
  for await (const chunk of await source.read(name)) {
    // As Latin-1: the namespace is ASCII, in UTF-16 with a zero between.
    head += Buffer.from(chunk.subarray(0, headBytes)).toString('latin1').replaceAll('\0', '')
    if (head.length >= headBytes) break
  }
  return /"http:\/\/www\.geonovum\.nl\/imro\/20(08|12)\/|'http:\/\/www\.geonovum\.nl\/imro\/20(08|12)\//.test(head)
}

/** Whether all GML in the package is IMRO, and there is some. */
export async function holdsPlans(source: Package): Promise<boolean> {
  const files = source.names.filter(isGml)
  for (const file of files) if (!(await isImro(source, file))) return false
  return files.length > 0
}

/** The plans in a folder, one by one, as each is a document of its own; any other input as it is. */
export async function inputsOf(input: string): Promise<string[]> {
  const found = await stat(input).catch(() => undefined)
  if (!found?.isDirectory()) return [input]
  const source = await openPackage(input)
  try {
    if (!(await holdsPlans(source))) return [input]
    return source.names.filter(isGml).map((name) => join(input, name))
  } finally {
    await source.close()
  }
}

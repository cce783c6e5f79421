/** `<name>.layer.json` beside a source file says what the file itself cannot. */
import * as z from 'zod/mini'
import { LegendEntry } from '#contract/catalogue.ts'
import { ThemeId } from '#contract/ids.ts'
import { InputError, type LayerStyle } from './importer.ts'
import { type Package, readText } from './package/package.ts'
import type { Report } from './report.ts'

export const Colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i))

/** Also what the list of the example may say of a layer. */
export const StyleShape = {
  title: z.optional(z.string()),
  description: z.optional(z.string()),
  theme: z.optional(ThemeId),
  colour: z.optional(Colour),
  hatch: z.optional(z.boolean()),
  legend: z.optional(z.array(LegendEntry)),
}

const Sidecar = z.strictObject({
  ...StyleShape,
  /** Names of the properties that hold a zone's id, title and legend value. */
  idProperty: z.optional(z.string()),
  titleProperty: z.optional(z.string()),
  valueProperty: z.optional(z.string()),
})
export type Sidecar = z.infer<typeof Sidecar>

const maxBytes = 2 ** 20

/** @param path of the source file, without its extension. A sidecar that cannot be read is reported and left out. */
export async function layerStyle(source: Package, path: string, report: Report): Promise<(LayerStyle & Sidecar) | undefined> {
  const name = `${path}.layer.json`
  if (!source.names.includes(name)) return undefined
  try {
    const parsed = Sidecar.safeParse(JSON.parse(await readText(source, name, maxBytes)))
    if (parsed.success) return parsed.data
    report.skip(name, parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof InputError)) throw error
    report.skip(name, error.message)
  }
  return undefined
}

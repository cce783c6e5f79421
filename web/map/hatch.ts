/** Names of hatch images: the colour is in the name, so the browser can draw any that the style asks for. */
export const hatchId = (colour: string): string => `hatch|${colour}`

/** The colour of a hatch image, or null when the name is not one. */
export const parseHatchId = (id: string): string | null => /^hatch\|(#[0-9a-f]{6})$/i.exec(id)?.[1] ?? null

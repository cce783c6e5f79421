/** How an area is filled, and the names of the images that fill it: what to draw is in the name, so the browser can draw any that the style asks for. */

/** In the order in which layers of one hue get them. */
export const textures = ['plain', 'hatch', 'back', 'cross', 'dots', 'level'] as const
export type Texture = (typeof textures)[number]

export const hatchId = (texture: Texture, colour: string): string => `hatch|${texture}|${colour}`

/** What a hatch image looks like, or null when the name is not one. */
export function parseHatchId(id: string): { texture: Texture; colour: string } | null {
  const [, name, colour] = /^hatch\|([a-z]+)\|(#[0-9a-f]{6})$/i.exec(id) ?? []
  const texture = textures.find((one) => one === name)
  return texture && colour ? { texture, colour } : null
}

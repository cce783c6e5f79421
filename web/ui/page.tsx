import type { ParentProps } from 'solid-js'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { PageFoot } from './foot.tsx'
import { Header } from './header.tsx'
import { SkipLinks } from './skip-links.tsx'

/** A page without the map: header, contents, footer. */
export function Page(props: ParentProps) {
  const t = useText(shell)
  return (
    <div class="frame">
      <SkipLinks links={[{ id: 'main', label: t().skipToMain }]} />
      <Header />
      <main id="main" tabindex="-1" class="page">
        {props.children}
      </main>
      <PageFoot />
    </div>
  )
}

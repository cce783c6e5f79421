import { paths, useAddress } from '../address.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { ButtonLink } from '../ui/button.tsx'
import { SimplePage } from './simple-page.tsx'

/** Nothing is known at this address. */
export function NotFoundPage(props: { readonly title?: string }) {
  const t = useText(shell)
  const { address, href } = useAddress()
  return (
    <SimplePage title={props.title ?? t().notFoundTitle}>
      <p>{t().notFoundText}</p>
      <ButtonLink look="primary" href={href(paths.home, { ...address(), layers: null, view: null })}>
        {t().toHome}
      </ButtonLink>
    </SimplePage>
  )
}

import { lazy, Show, Suspense } from 'solid-js'
import type { Contribution } from '#contract/contribution.ts'
import { paths, useAddress } from '../address.ts'
import { ownToken } from '../contribute/own.ts'
import { useConsultation } from '../session/consultation.ts'
import { explore } from '../text/explore.ts'
import { useText } from '../text/index.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { share } from '../ui/share.ts'

const Withdraw = lazy(async () => ({ default: (await import('../contribute/withdraw.tsx')).Withdraw }))

/** Share and print, and on the author's device edit and withdraw. */
export function DetailTools(props: { readonly contribution: Contribution }) {
  const t = useText(explore)
  const { consultation } = useConsultation()
  const { href, go } = useAddress()
  const url = () => new URL(paths.contribution(consultation().id, props.contribution.id), location.origin).href
  return (
    <div class="detail-tools no-print">
      <Show when={props.contribution.state !== 'withdrawn' && ownToken(props.contribution.id)}>
        {(token) => (
          <>
            <ButtonLink icon="pencil" href={href(paths.edit(consultation().id, props.contribution.id))}>
              {t().edit}
            </ButtonLink>
            <Suspense>
              <Withdraw contribution={props.contribution} token={token()} onDone={() => go(paths.map(consultation().id))} />
            </Suspense>
          </>
        )}
      </Show>
      <Button icon="share" onClick={() => share(props.contribution.title, url(), t())}>
        {t().share}
      </Button>
      <Button icon="printer" onClick={() => window.print()}>
        {t().print}
      </Button>
    </div>
  )
}

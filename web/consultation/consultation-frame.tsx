import { useParams } from '@solidjs/router'
import { createEffect, createSignal, lazy, Match, on, type ParentProps, Show, Suspense, Switch } from 'solid-js'
import { ApiProblem, api, Offline } from '../api.ts'
import { own } from '../contribute/own.ts'
import { ConsultationContext, type OpenConsultation } from '../session/consultation.ts'
import { createLoad } from '../session/load.ts'
import { useText } from '../text/index.ts'
import { shell } from '../text/shell.ts'
import { Failure } from '../ui/failure.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { SimplePage } from './simple-page.tsx'

const DownloadDialog = lazy(async () => ({ default: (await import('../plan/download-dialog.tsx')).DownloadDialog }))

/** Loads the consultation that the address names, for all pages and panels in it. */
export function ConsultationFrame(props: ParentProps) {
  const t = useText(shell)
  const params = useParams<{ consultation: string }>()
  const load = createLoad(
    () => params.consultation,
    (id, signal) => api.consultation(id, signal),
    { forget: true },
  )
  const [layersWanted, setLayersWanted] = createSignal(false)
  const catalogue = createLoad(
    () => layersWanted() || undefined,
    (_, signal) => api.catalogue(signal),
  )
  const [downloading, setDownloading] = createSignal(false)
  // What this device has sent, changed or withdrawn changes the counts.
  createEffect(on(own.list, () => load.retry(), { defer: true }))
  const missing = () => {
    const error = load.error()
    return error instanceof ApiProblem && (error.status === 404 || error.status === 400)
  }
  return (
    <Switch>
      <Match when={load.data()}>
        {(data) => {
          const open: OpenConsultation = {
            consultation: data,
            catalogue: () => {
              setLayersWanted(true)
              return catalogue
            },
            refresh: load.retry,
            download: () => setDownloading(true),
          }
          return (
            <ConsultationContext.Provider value={open}>
              {props.children}
              <Show when={downloading()}>
                <Suspense>
                  <DownloadDialog onClose={() => setDownloading(false)} />
                </Suspense>
              </Show>
            </ConsultationContext.Provider>
          )
        }}
      </Match>
      <Match when={missing()}>
        <NotFoundPage title={t().consultationMissing} />
      </Match>
      <Match when={load.error() !== undefined}>
        <SimplePage title={load.error() instanceof Offline ? t().offlineTitle : t().failedTitle}>
          <Failure untitled error={load.error()} onRetry={load.retry} />
        </SimplePage>
      </Match>
      <Match when={true}>
        <SimplePage title="" bare>
          <Skeleton rows={5} label={t().loading} />
        </SimplePage>
      </Match>
    </Switch>
  )
}

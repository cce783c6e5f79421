import { Route, Router, useLocation } from '@solidjs/router'
import { createComputed, createEffect, ErrorBoundary, lazy, onMount, type ParentProps } from 'solid-js'
import { readAddress } from './address-query.ts'
import { ConsultationFrame } from './consultation/consultation-frame.tsx'
import { Crash } from './consultation/crash.tsx'
import { HomePage } from './consultation/home-page.tsx'
import { MapPage } from './consultation/map-page.tsx'
import { NotFoundPage } from './consultation/not-found-page.tsx'
import { ListPanel } from './explore/list-panel.tsx'
import { loadConfig } from './session/config.ts'
import { useMoves } from './session/page.ts'
import { language, setLanguage } from './text/index.ts'
import { ToastPlace } from './ui/toast.tsx'

const DetailPanel = lazy(async () => ({ default: (await import('./explore/detail-panel.tsx')).DetailPanel }))
const CellPanel = lazy(async () => ({ default: (await import('./explore/cell-panel.tsx')).CellPanel }))
const ListPage = lazy(async () => ({ default: (await import('./explore/list-page.tsx')).ListPage }))
const AboutPage = lazy(async () => ({ default: (await import('./consultation/about-page.tsx')).AboutPage }))
const LayersPanel = lazy(async () => ({ default: (await import('./plan/layers-panel.tsx')).LayersPanel }))
const ZonesPanel = lazy(async () => ({ default: (await import('./plan/zones-panel.tsx')).ZonesPanel }))
const ContributeRoute = lazy(async () => ({ default: (await import('./consultation/contribute-route.tsx')).ContributeRoute }))
const DocumentsPage = lazy(async () => ({ default: (await import('./read/documents-page.tsx')).DocumentsPage }))
const ReadingPage = lazy(async () => ({ default: (await import('./read/reading-page.tsx')).ReadingPage }))
const footPages = () => import('./consultation/foot-pages.tsx')
const AccessibilityPage = lazy(async () => ({ default: (await footPages()).AccessibilityPage }))
const PrivacyPage = lazy(async () => ({ default: (await footPages()).PrivacyPage }))
const ContactPage = lazy(async () => ({ default: (await footPages()).ContactPage }))

function Frame(props: ParentProps) {
  const location = useLocation()
  useMoves()
  // In the render itself, so that the first words are in the right language already.
  createComputed(() => setLanguage(readAddress(location.search).language))
  createEffect(() => {
    document.documentElement.lang = language()
  })
  onMount(() => {
    void loadConfig()
    // What waits for a connection can wait for the first screen, too.
    void import('./contribute/outbox.ts').then(({ startOutbox }) => startOutbox())
  })
  return (
    <ErrorBoundary fallback={(error) => <Crash error={error} />}>
      {props.children}
      <ToastPlace />
    </ErrorBoundary>
  )
}

/** Every address of the app. Panels are children of the map's page, so that the map stays alive between them. */
export function App() {
  return (
    <Router root={Frame}>
      <Route path="/" component={HomePage} />
      <Route path="/consultations/:consultation" component={ConsultationFrame}>
        <Route path="/list" component={ListPage} />
        <Route path="/about" component={AboutPage} />
        <Route path="/documents" component={DocumentsPage} />
        <Route path="/documents/:document/:passage?" component={ReadingPage} />
        <Route path="/" component={MapPage}>
          <Route path="/" component={ListPanel} />
          <Route path="/contributions/:id" component={DetailPanel} />
          <Route path="/spots/:cell" component={CellPanel} />
          <Route path={['/contribute', '/contributions/:id/edit']} component={ContributeRoute} />
          <Route path="/layers" component={LayersPanel} />
          <Route path="/zones" component={ZonesPanel} />
        </Route>
      </Route>
      <Route path="/accessibility" component={AccessibilityPage} />
      <Route path="/privacy" component={PrivacyPage} />
      <Route path="/contact" component={ContactPage} />
      <Route path="*" component={NotFoundPage} />
    </Router>
  )
}

/** What the operator has set for this installation (`/config.json`): who runs it, and the addresses of the footer pages. */
import { createSignal } from 'solid-js'

interface Config {
  /** Null: the built-in page. */
  readonly accessibility: string | null
  readonly privacy: string | null
  readonly contact: string | null
  readonly operator: string
}

const [config, setConfig] = createSignal<Config>({ accessibility: null, privacy: null, contact: null, operator: '' })

export { config }

const address = (value: unknown): string | null =>
  typeof value === 'string' && /^(https?:|mailto:|\/)/.test(value) ? value : null

/** Reads the configuration once; without an answer the built-in pages serve. */
export async function loadConfig(): Promise<void> {
  const response = await fetch('/config.json', { credentials: 'omit' }).catch(() => undefined)
  if (!response?.ok) return
  const found = (await response.json().catch(() => ({}))) as Partial<Record<keyof Config, unknown>>
  setConfig({
    accessibility: address(found.accessibility),
    privacy: address(found.privacy),
    contact: address(found.contact),
    operator: typeof found.operator === 'string' ? found.operator : '',
  })
}

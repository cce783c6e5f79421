/** Question 3: topics, title and text, the extra questions of the chosen kind, and in which role somebody speaks. */
import { For, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { limits } from '#contract/contribution.ts'
import type { KindField } from '#contract/kinds/kind.ts'
import { kinds } from '#contract/kinds/registry.ts'
import { type ThemeId, themes } from '#contract/themes.ts'
import { roleIds } from '#contract/vocabulary.ts'
import { contribute } from '../text/contribute.ts'
import { useText, vocabulary } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import { fieldNamesOf, givesName } from './draft.ts'
import type { Form } from './form.ts'
import { Group, Step } from './group.tsx'
import { TextField } from './text-field.tsx'

export function StoryStep(props: { readonly form: Form; readonly consultation: Consultation }) {
  const t = useText(contribute)
  const { form } = props
  return (
    <Step number={3} title={t().steps.story}>
      <Themes form={form} consultation={props.consultation} />
      <TextField
        field="title"
        label={vocabulary().fields.title}
        hint={t().titleHint}
        value={form.draft().title}
        min={limits.title.min}
        max={limits.title.max}
        error={form.faultAt('title')}
        onInput={(title) => form.change({ title })}
        onLeave={() => form.leave('title')}
      />
      <TextField
        field="description"
        label={vocabulary().fields.description}
        hint={t().descriptionHint}
        value={form.draft().description}
        min={limits.description.min}
        max={limits.description.max}
        tall
        error={form.faultAt('description')}
        onInput={(description) => form.change({ description })}
        onLeave={() => form.leave('description')}
      />
      <KindFields form={form} />
      <Role form={form} />
    </Step>
  )
}

function Themes(props: { readonly form: Form; readonly consultation: Consultation }) {
  const t = useText(contribute)
  const { form } = props
  const chosen = () => form.draft().themes
  const full = () => chosen().length >= limits.themes.max
  const toggle = (theme: ThemeId) =>
    form.change({ themes: chosen().includes(theme) ? chosen().filter((id) => id !== theme) : [...chosen(), theme] })
  return (
    <Group
      field="themes"
      legend={vocabulary().fields.themes}
      hint={full() ? t().themesFull : t().themes(limits.themes.min, limits.themes.max)}
      error={form.faultAt('themes')}
    >
      <div class="row">
        <For each={props.consultation.themes}>
          {(theme) => {
            const on = () => chosen().includes(theme)
            return (
              <label
                class="chip chip-toggle contribute-theme"
                classList={{ 'contribute-off': full() && !on() }}
                style={{ '--theme': themes[theme].colour }}
              >
                <input
                  type="checkbox"
                  value={theme}
                  checked={on()}
                  disabled={full() && !on()}
                  aria-invalid={form.faultAt('themes') ? 'true' : undefined}
                  onChange={() => toggle(theme)}
                />
                <Icon name={on() ? 'check' : themes[theme].icon} />
                {vocabulary().themes[theme]}
                <Show when={chosen().length > 1 && chosen()[0] === theme}>
                  <span class="contribute-first">{t().first}</span>
                </Show>
              </label>
            )
          }}
        </For>
      </div>
    </Group>
  )
}

/** Whatever the registry says that this kind asks: a new kind brings its own. */
function KindFields(props: { readonly form: Form }) {
  const t = useText(contribute)
  const { form } = props
  const asked = () => {
    const kind = form.draft().kind
    if (kind === undefined) return []
    const fields: Readonly<Record<string, KindField>> = kinds[kind].fields
    const words: Readonly<Record<string, { label: string; hint: string }>> = vocabulary().kinds[kind].fields
    return fieldNamesOf(kind).flatMap((name) => {
      const [field, word] = [fields[name], words[name]]
      return field && word ? [{ name, field, word }] : []
    })
  }
  return (
    <For each={asked()}>
      {({ name, field, word }) => (
        <TextField
          field={name}
          label={word.label}
          note={t().optional}
          hint={word.hint}
          value={form.draft().fields[name] ?? ''}
          max={field.maxLength}
          tall={field.input === 'text'}
          error={form.faultAt(name)}
          onInput={(text) => form.change({ fields: { ...form.draft().fields, [name]: text } })}
          onLeave={() => form.leave(name)}
        />
      )}
    </For>
  )
}

function Role(props: { readonly form: Form }) {
  const t = useText(contribute)
  const { form } = props
  return (
    <>
      <Group field="role" legend={t().role} hint={t().roleHint} error={form.faultAt('role')} radio>
        <div class="contribute-roles">
          <For each={roleIds}>
            {(role) => (
              <label class="check">
                <input
                  type="radio"
                  name="role"
                  value={role}
                  checked={form.draft().role === role}
                  onChange={() => form.change({ role })}
                />
                <span>{vocabulary().roles[role]}</span>
              </label>
            )}
          </For>
        </div>
      </Group>
      <Show when={givesName(form.draft().role)}>
        <TextField
          field="authorName"
          label={vocabulary().fields.authorName}
          note={t().optional}
          value={form.draft().authorName}
          max={limits.authorName.max}
          autocomplete="organization"
          error={form.faultAt('authorName')}
          onInput={(authorName) => form.change({ authorName })}
          onLeave={() => form.leave('authorName')}
        />
      </Show>
    </>
  )
}

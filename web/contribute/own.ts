/**
 * The contributions made on this device, with the token by which they may be edited and withdrawn. Map and list show them at
 * once, before a tile or a page of the API holds them.
 */
import { createSignal } from 'solid-js'
import type { Contribution, ContributionFeature, SubmittedContribution } from '#contract/contribution.ts'
import { kinds } from '#contract/kinds/registry.ts'
import { featureOf } from '#domain/feature.ts'
import { type Device, device as thisDevice } from './device.ts'

export interface OwnContribution {
  readonly id: string
  readonly consultation: string
  /** The author token: given once, kept nowhere else. */
  readonly token: string
  /** As this device last saw it. */
  readonly contribution: Contribution
  readonly feature: ContributionFeature
}

export interface OwnContributions {
  /** Newest first. Reactive. */
  list(): readonly OwnContribution[]
  add(submitted: SubmittedContribution): void
  /** After an edit, or after reading it again with its token. Does nothing when it is not of this device. */
  update(contribution: Contribution): void
  remove(id: string): void
  /** Reads again what another tab may have written. */
  reload(): void
}

const prefix = 'vliegwiel:own:'

export function openOwnContributions(device: Device): OwnContributions {
  const read = () =>
    device
      .keys(prefix)
      .flatMap((key) => readOwn(device.read(key)) ?? [])
      .sort((a, b) => (a.id < b.id ? 1 : -1))
  const [list, setList] = createSignal<readonly OwnContribution[]>(read())
  const write = (contribution: Contribution, token: string) => {
    device.write(prefix + contribution.id, { token, contribution })
    setList(read())
  }
  return {
    list,
    add({ authorToken, ...contribution }) {
      write(contribution, authorToken)
    },
    update(contribution) {
      const own = readOwn(device.read(prefix + contribution.id))
      if (own) write(contribution, own.token)
    },
    remove(id) {
      device.remove(prefix + id)
      setList(read())
    },
    reload() {
      setList(read())
    },
  }
}

function readOwn(value: unknown): OwnContribution | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { token, contribution } = value as { token?: unknown; contribution?: Partial<Contribution> }
  const readable =
    typeof contribution?.id === 'string' &&
    // Of a kind that this version no longer knows: it cannot be shown.
    Object.hasOwn(kinds, contribution.kind ?? '') &&
    Array.isArray(contribution.themes) &&
    contribution.themes.length > 0
  if (typeof token !== 'string' || !readable) return undefined
  // The rest is as the API gave it; whoever edits their own device misleads their own screen only.
  const whole = contribution as Contribution
  // Map and list know the village's name from the consultation, and the version is no part of a feature.
  const feature = featureOf({ ...whole, version: 0 }, { villages: [] })
  return { id: whole.id, consultation: whole.consultation, token, contribution: whole, feature }
}

export const own = openOwnContributions(thisDevice)

/** The contributions made on this device, of one consultation or all, newest first. */
export const ownContributions = (consultation?: string): readonly OwnContribution[] =>
  own.list().filter((one) => consultation === undefined || one.consultation === consultation)

/** The token of a contribution that was made on this device. */
export const ownToken = (id: string): string | undefined => own.list().find((one) => one.id === id)?.token

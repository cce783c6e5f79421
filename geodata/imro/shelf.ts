/** The objects of a plan, put aside by class while its file is read: of a large plan one class at a time is in memory. */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { Spool, type Stored } from '../build/spool.ts'
import type { ImroObject } from './objects.ts'

export class Shelf {
  /** In memory while they are few, else in a temporary file. */
  readonly #spool = new Spool(join(tmpdir(), `vliegwiel-imro-${randomUUID()}`))
  readonly #classes = new Map<string, Stored[]>()

  /** @param key of its class */
  async put(key: string, object: ImroObject): Promise<Stored> {
    const stored = await this.#spool.append(serialize(object))
    const known = this.#classes.get(key)
    if (known) known.push(stored)
    else this.#classes.set(key, [stored])
    return stored
  }

  get keys(): string[] {
    return [...this.#classes.keys()]
  }

  count(key: string): number {
    return this.#classes.get(key)?.length ?? 0
  }

  /** The objects of a class, in the order of the file. */
  async *of(key: string): AsyncGenerator<ImroObject> {
    for (const stored of this.#classes.get(key) ?? []) yield await this.read(stored)
  }

  async read(stored: Stored): Promise<ImroObject> {
    return deserialize(await this.#spool.read(stored)) as ImroObject
  }

  discard(): Promise<void> {
    return this.#spool.discard()
  }
}

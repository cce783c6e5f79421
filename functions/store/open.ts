/** The store over one DynamoDB table: binds every operation of the port to it. */
import { bboxQuestion } from './bbox.ts'
import { type DatabaseOptions, openDatabase } from './client.ts'
import { getConsultation, listConsultations, putConsultation } from './consultations.ts'
import { changeState, edit } from './edit.ts'
import { readWaiting } from './moderation-queue.ts'
import { newestQuestion } from './newest.ts'
import { readEverything, readPage } from './page.ts'
import { readContribution, readEvents, readPrivate } from './read.ts'
import { readShapes } from './shapes.ts'
import type { Store } from './store.ts'
import { firstAnswer, submit } from './submit.ts'
import { readTile } from './tile.ts'
import { readTotals } from './totals.ts'
import { readZonesOfLayers, readZoneTotals } from './zone-totals.ts'

export interface StoreOptions extends DatabaseOptions {
  /** The clock; idempotency keys expire by it. */
  readonly now?: () => Date
}

export function openStore({ now = () => new Date(), ...options }: StoreOptions): Store {
  const database = openDatabase(options)
  return {
    listConsultations: () => listConsultations(database),
    getConsultation: (id) => getConsultation(database, id),
    putConsultation: (record) => putConsultation(database, record),
    totals: (consultation) => readTotals(database, consultation),
    zoneTotals: (consultation, zones) => readZoneTotals(database, consultation, zones),
    zonesOfLayers: (consultation, layers, page) => readZonesOfLayers(database, consultation, layers, page),
    submit: (submission) => submit(database, submission, now()),
    answered: (idempotency) => firstAnswer(database, idempotency),
    get: (id) => readContribution(database, id),
    getPrivate: (id) => readPrivate(database, id),
    edit: (record, privatePart, expectedVersion, event) => edit(database, record, privatePart, expectedVersion, event),
    changeState: (id, to, expectedVersion, event) => changeState(database, id, to, expectedVersion, event),
    events: (id) => readEvents(database, id),
    newest: (consultation, page) => readPage(database, newestQuestion(consultation), page),
    inBBox: async (consultation, bbox, page, area) =>
      readPage(database, bboxQuestion(consultation, bbox, await readShapes(database, consultation), area), page),
    tile: (consultation, z, x, y) => readTile(database, consultation, z, x, y),
    waiting: (consultation, state) => readWaiting(database, consultation, state),
    everything: (consultation, filter) => readEverything(database, newestQuestion(consultation), filter),
  }
}

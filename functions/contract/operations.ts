/** Every operation of the API in one table: routes, validation, documents and tests derive from it. */
import * as z from 'zod/mini'
import { ZoneList } from './catalogue.ts'
import { Consultation, ConsultationList } from './consultation.ts'
import {
  Contribution,
  ContributionCollection,
  ContributionDraft,
  ContributionFeature,
  SubmittedContribution,
} from './contribution.ts'
import { exampleDraft } from './examples.ts'
import { ExportedCollection, ExportFormatId } from './export.ts'
import { Collection, CollectionList, Conformance, Landing } from './ogc.ts'
import type { Operation } from './operation.ts'
import * as parameters from './parameters.ts'
import { exampleZoneCounts, ZoneCountList } from './zone-count.ts'

const json = 'application/json'
const geojson = 'application/geo+json'
const etag = { ETag: 'Kenmerk van deze versie, voor If-None-Match.' }
const noQuery = z.strictObject({})

const Health = z.strictObject({ status: z.literal('pass') }).register(z.globalRegistry, { id: 'Health' })
/** The OpenAPI document itself: described by its own standard, so not once more here. */
const OpenApiDocument = z.record(z.string(), z.unknown())

const read = { method: 'GET', service: 'openData', tag: 'Open data', query: noQuery } as const

export const operations = {
  getLanding: {
    ...read,
    path: '/api/v1',
    summary: 'Beginpagina van de API: waar alles staat',
    answers: { 200: { description: 'Beginpagina', media: json, schema: Landing, headers: etag } },
    problems: ['invalid-request'],
  },
  getConformance: {
    ...read,
    path: '/api/v1/conformance',
    summary: 'Aan welke standaarden deze API voldoet',
    answers: { 200: { description: 'Lijst van klassen', media: json, schema: Conformance, headers: etag } },
    problems: ['invalid-request'],
  },
  getOpenApi: {
    ...read,
    path: '/api/v1/openapi.json',
    summary: 'Deze beschrijving',
    answers: {
      200: {
        description: 'OpenAPI 3.0',
        media: 'application/vnd.oai.openapi+json;version=3.0',
        schema: OpenApiDocument,
        headers: etag,
      },
    },
    problems: ['invalid-request'],
  },
  listCollections: {
    ...read,
    path: '/api/v1/collections',
    summary: 'Alle collecties: één per participatietraject',
    answers: { 200: { description: 'Collecties', media: json, schema: CollectionList, headers: etag } },
    problems: ['invalid-request'],
  },
  getCollection: {
    ...read,
    path: '/api/v1/collections/{collection}',
    summary: 'Eén collectie',
    params: z.strictObject(parameters.collectionParam),
    answers: { 200: { description: 'Collectie', media: json, schema: Collection, headers: etag } },
    problems: ['invalid-request', 'not-found'],
  },
  listItems: {
    ...read,
    path: '/api/v1/collections/{collection}/items',
    summary: 'Bijdragen als GeoJSON, de nieuwste eerst, per pagina',
    params: z.strictObject(parameters.collectionParam),
    query: z.strictObject({ ...parameters.filterShape, ...parameters.pageShape }),
    answers: { 200: { description: 'Een pagina bijdragen', media: geojson, schema: ContributionCollection } },
    problems: ['invalid-request', 'not-found'],
  },
  getItem: {
    ...read,
    path: '/api/v1/collections/{collection}/items/{featureId}',
    summary: 'Eén bijdrage als GeoJSON',
    params: z.strictObject(parameters.featureParam),
    answers: { 200: { description: 'Bijdrage', media: geojson, schema: ContributionFeature, headers: etag } },
    problems: ['invalid-request', 'not-found'],
  },
  getTile: {
    ...read,
    path: '/api/v1/collections/{collection}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}',
    summary: 'Kaarttegel met bijdragen (vector)',
    params: z.strictObject(parameters.tileParam),
    answers: {
      200: {
        description: 'Vectortegel; leeg waar niets ligt',
        media: 'application/vnd.mapbox-vector-tile',
        schema: null,
        headers: etag,
      },
    },
    problems: ['invalid-request', 'not-found'],
  },
  listConsultations: {
    ...read,
    path: '/api/v1/consultations',
    summary: 'Alle participatietrajecten',
    answers: { 200: { description: 'Participatietrajecten', media: json, schema: ConsultationList, headers: etag } },
    problems: ['invalid-request'],
  },
  getConsultation: {
    ...read,
    path: '/api/v1/consultations/{consultation}',
    summary: 'Eén participatietraject, met aantallen',
    params: z.strictObject(parameters.consultationParam),
    answers: { 200: { description: 'Participatietraject', media: json, schema: Consultation, headers: etag } },
    problems: ['invalid-request', 'not-found'],
  },
  downloadContributions: {
    method: 'GET',
    service: 'download',
    tag: 'Open data',
    path: '/api/v1/consultations/{consultation}/download',
    summary: 'Alle bijdragen, of een selectie, als bestand',
    params: z.strictObject(parameters.consultationParam),
    query: z.strictObject({ f: z._default(ExportFormatId, 'geojson'), ...parameters.filterShape }),
    answers: {
      200: {
        description: 'Bestand; een heel bestand eindigt met numberReturned, een afgebroken bestand is niet gesloten',
        media: geojson,
        schema: ExportedCollection,
        headers: { 'Content-Disposition': 'Bestandsnaam.' },
      },
    },
    problems: ['invalid-request', 'not-found'],
  },
  getZones: {
    ...read,
    path: '/api/v1/zones',
    summary: 'Wat geldt op deze plek: gebieden van visies, regels en plannen',
    query: parameters.PlaceQuery,
    answers: { 200: { description: 'Gebieden', media: json, schema: ZoneList, headers: etag } },
    problems: ['invalid-request'],
  },
  getZoneCounts: {
    ...read,
    path: '/api/v1/consultations/{consultation}/zone-counts',
    summary: 'Hoeveel bijdragen er in gebieden van kaartlagen liggen',
    params: z.strictObject(parameters.consultationParam),
    query: parameters.ZoneCountQuery,
    answers: {
      200: {
        description:
          'Aantallen: van de gevraagde gebieden, ook als er niets ligt; van hele kaartlagen alleen gebieden waar iets ligt',
        media: json,
        schema: ZoneCountList,
        headers: etag,
        example: exampleZoneCounts,
      },
    },
    problems: ['invalid-request', 'not-found'],
  },
  getContribution: {
    ...read,
    path: '/api/v1/contributions/{contribution}',
    summary: 'Eén bijdrage; met de code van de schrijver ook als ze niet openbaar is, met de precieze plek',
    params: z.strictObject(parameters.contributionParam),
    authorToken: 'optional',
    answers: { 200: { description: 'Bijdrage', media: json, schema: Contribution, headers: etag } },
    problems: ['invalid-request', 'not-found'],
  },
  getHealth: {
    ...read,
    tag: 'Beheer',
    path: '/healthz',
    summary: 'Of de dienst antwoordt',
    answers: { 200: { description: 'Het werkt', media: json, schema: Health } },
    problems: ['invalid-request'],
  },
  submitContribution: {
    method: 'POST',
    service: 'participation',
    tag: 'Meedoen',
    path: '/api/v1/consultations/{consultation}/contributions',
    summary: 'Plaats een bijdrage',
    params: z.strictObject(parameters.consultationParam),
    query: noQuery,
    headers: z.strictObject(parameters.idempotencyShape),
    body: ContributionDraft,
    bodyExample: exampleDraft,
    answers: {
      201: {
        description: 'Geplaatst, met de code waarmee je haar kunt wijzigen of intrekken',
        media: json,
        schema: SubmittedContribution,
        headers: { Location: 'Adres van de bijdrage.', ETag: 'Versie, voor If-Match.' },
      },
    },
    problems: ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type', 'key-reused'],
  },
  editContribution: {
    method: 'PUT',
    service: 'participation',
    tag: 'Meedoen',
    path: '/api/v1/contributions/{contribution}',
    summary: 'Wijzig je bijdrage',
    params: z.strictObject(parameters.contributionParam),
    query: noQuery,
    headers: z.strictObject({ 'If-Match': z.optional(z.string()) }),
    body: ContributionDraft,
    bodyExample: exampleDraft,
    authorToken: 'required',
    answers: {
      200: { description: 'Gewijzigd', media: json, schema: Contribution, headers: { ETag: 'Nieuwe versie, voor If-Match.' } },
    },
    problems: [
      'invalid-request',
      'author-token-missing',
      'not-found',
      'not-editable',
      'version-conflict',
      'too-large',
      'unsupported-media-type',
      'version-missing',
    ],
  },
  withdrawContribution: {
    method: 'DELETE',
    service: 'participation',
    tag: 'Meedoen',
    path: '/api/v1/contributions/{contribution}',
    summary: 'Trek je bijdrage in; nog een keer doen mag',
    params: z.strictObject(parameters.contributionParam),
    query: noQuery,
    authorToken: 'required',
    answers: { 204: { description: 'Ingetrokken' } },
    problems: ['invalid-request', 'author-token-missing', 'not-found', 'version-conflict'],
  },
} as const satisfies Record<string, Operation>

export type OperationId = keyof typeof operations
export const operationIds = Object.keys(operations) as OperationId[]

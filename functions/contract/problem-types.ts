/** Every problem that the API answers with. `type` is stable; title and detail are for people. */
export interface ProblemType {
  readonly status: number
  readonly title: string
  /** What to do next. */
  readonly detail: string
}

export const problemTypes = {
  'invalid-request': {
    status: 400,
    title: 'Er klopt iets niet in je bericht',
    detail: 'Hieronder staat bij elk onderdeel wat er niet klopt en hoe je het herstelt. Er is niets opgeslagen.',
  },
  'author-token-missing': {
    status: 401,
    title: 'Je bent niet herkend als schrijver',
    detail: 'Stuur de code mee die je kreeg toen je de bijdrage plaatste, als "Authorization: Bearer …".',
  },
  'direct-access': {
    status: 403,
    title: 'Zo kun je hier niet komen',
    detail: 'Gebruik het openbare webadres van de kaart.',
  },
  'not-found': {
    status: 404,
    title: 'Niet gevonden',
    detail: 'Dit adres bestaat niet, of wat er stond is niet (meer) openbaar.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Dit kan hier niet',
    detail: 'Dit adres kent deze methode niet. In de kop "Allow" staat wat wel kan.',
  },
  'not-editable': {
    status: 409,
    title: 'Je kunt deze bijdrage niet meer wijzigen',
    detail: 'De bijdrage is verborgen of ingetrokken. Neem contact op met de overheid die dit participatietraject voert.',
  },
  'version-conflict': {
    status: 412,
    title: 'De bijdrage is intussen veranderd',
    detail: 'Haal de bijdrage opnieuw op, kijk wat er veranderd is en probeer het nog eens.',
  },
  'too-large': {
    status: 413,
    title: 'Het bericht is te groot',
    detail: 'Een bericht mag hoogstens 256 kB groot zijn. Maak de tekst korter of de tekening eenvoudiger.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Dit soort bericht kennen we niet',
    detail: 'Stuur JSON, met de kop "Content-Type: application/json".',
  },
  'key-reused': {
    status: 422,
    title: 'Deze sleutel is al gebruikt',
    detail: 'Met deze Idempotency-Key is al een andere bijdrage verstuurd. Maak voor elke nieuwe bijdrage een nieuwe sleutel.',
  },
  'version-missing': {
    status: 428,
    title: 'Er ontbreekt een versie',
    detail: 'Stuur de kop "If-Match" mee met de ETag van de bijdrage die je wijzigt, zodat je niets van een ander overschrijft.',
  },
  'internal-error': {
    status: 500,
    title: 'Er ging bij ons iets mis',
    detail: 'Het ligt niet aan jou. Probeer het over een paar minuten nog eens. Wat je schreef, is bij ons niet opgeslagen.',
  },
  busy: {
    status: 503,
    title: 'Het is nu erg druk',
    detail: 'Probeer het over een minuut nog eens.',
  },
} as const satisfies Record<string, ProblemType>

export type ProblemId = keyof typeof problemTypes

/** URI of a problem type, as it stands in `type`. */
export const problemUri = (id: ProblemId) => `urn:problem-type:vliegwiel:${id}`

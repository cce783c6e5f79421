import type { Words } from './words.ts'

/** Dutch words of the vocabulary: forms, labels in exports, problem documents. Plain language (B1). */
export const nl = {
  kinds: {
    idea: { label: 'Idee', plural: 'Ideeën', choice: 'Een idee: dit kan beter of nieuw', fields: {} },
    concern: { label: 'Zorg', plural: 'Zorgen', choice: 'Een zorg: hier gaat iets niet goed', fields: {} },
    initiative: {
      label: 'Initiatief',
      plural: 'Initiatieven',
      choice: 'Een initiatief: wij gaan dit doen',
      fields: {
        who: { label: 'Wie doen er mee?', hint: 'Bijvoorbeeld: zes buren en de dorpsvereniging. Noem geen namen van personen.' },
        needs: { label: 'Wat heb je nodig?', hint: 'Bijvoorbeeld: een stuk grond, een vergunning, mensen met kennis.' },
      },
    },
    challenge: {
      label: 'Uitdaagrecht',
      plural: 'Uitdagingen',
      choice: 'Wij dagen uit: dit kunnen wij beter dan de overheid',
      fields: {
        task: { label: 'Welke taak wil je overnemen?', hint: 'Bijvoorbeeld: het onderhoud van de speeltuin.' },
        approach: { label: 'Hoe pak je het aan?', hint: 'Vertel wat jullie anders doen en wat dat oplevert.' },
      },
    },
  },
  themes: {
    housing: 'Wonen',
    mobility: 'Bereikbaarheid',
    energy: 'Energie',
    food: 'Voedsel en landbouw',
    health: 'Gezond leven',
    general: 'Leefomgeving',
  },
  roles: { resident: 'Bewoner', organisation: 'Organisatie', company: 'Bedrijf', government: 'Overheid' },
  states: { received: 'Ontvangen', published: 'Zichtbaar', hidden: 'Verborgen', withdrawn: 'Ingetrokken' },
  outcomes: {
    open: 'Nog geen antwoord',
    considered: 'In overweging',
    adopted: 'Overgenomen',
    partly: 'Deels overgenomen',
    declined: 'Niet overgenomen',
    done: 'Uitgevoerd',
  },
  precisions: { exact: 'Precies', grid100: 'Ongeveer (vak van 100 meter)', village: 'Alleen het dorp' },
  categories: {
    vision: 'Omgevingsvisie',
    rules: 'Regels',
    zoning: 'Omgevingsplan en bestemmingsplan',
    reference: 'Ter oriëntatie',
  },
  fields: {
    kind: 'Soort',
    themes: 'Onderwerp',
    title: 'Titel',
    description: 'Toelichting',
    geometry: 'Plek',
    village: 'Dorp',
    role: 'Rol',
    authorName: 'Naam van de organisatie',
    precision: 'Hoe precies',
  },
} as const satisfies Words

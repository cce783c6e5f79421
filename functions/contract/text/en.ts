import type { Words } from './words.ts'

/** English words of the vocabulary. */
export const en = {
  kinds: {
    idea: { label: 'Idea', plural: 'Ideas', choice: 'An idea: this can be better or new', fields: {} },
    concern: { label: 'Concern', plural: 'Concerns', choice: 'A concern: something is going wrong here', fields: {} },
    initiative: {
      label: 'Initiative',
      plural: 'Initiatives',
      choice: 'An initiative: we are going to do this',
      fields: {
        who: { label: 'Who takes part?', hint: 'For example: six neighbours and the village association. Do not name persons.' },
        needs: { label: 'What do you need?', hint: 'For example: a piece of land, a permit, people with knowledge.' },
      },
    },
    challenge: {
      label: 'Right to Challenge',
      plural: 'Challenges',
      choice: 'We challenge: we can do this better than government',
      fields: {
        task: { label: 'Which task do you want to take over?', hint: 'For example: looking after the playground.' },
        approach: { label: 'How will you do it?', hint: 'Tell what you do differently and what comes of it.' },
      },
    },
  },
  themes: {
    housing: 'Housing',
    mobility: 'Getting around',
    energy: 'Energy',
    food: 'Food and farming',
    health: 'Healthy living',
    general: 'Surroundings',
  },
  roles: { resident: 'Resident', organisation: 'Organisation', company: 'Company', government: 'Government' },
  states: { received: 'Received', published: 'Visible', hidden: 'Hidden', withdrawn: 'Withdrawn' },
  outcomes: {
    open: 'No answer yet',
    considered: 'Being considered',
    adopted: 'Adopted',
    partly: 'Partly adopted',
    declined: 'Not adopted',
    done: 'Done',
  },
  precisions: { exact: 'Exact', grid100: 'Roughly (a 100 metre square)', village: 'Only the village' },
  categories: { vision: 'Spatial vision', rules: 'Rules', zoning: 'Zoning plan', reference: 'For orientation' },
  fields: {
    kind: 'Kind',
    themes: 'Topic',
    title: 'Title',
    description: 'Explanation',
    geometry: 'Place',
    village: 'Village',
    role: 'Role',
    authorName: 'Name of the organisation',
    precision: 'How exact',
  },
} as const satisfies Words

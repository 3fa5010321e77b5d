import type { DemoPerson } from '../story.ts'

/** Who works for the brand. */
export const brand: DemoPerson[] = [
  {
    handle: 'marta_valdoro',
    displayName: 'Marta Valdoro',
    birthYear: 1980,
    bio: 'Terza generazione del forno. Tengo i conti, le chiavi e le promesse.',
    locale: 'it',
    joinedDaysAgo: 760,
    roles: ['admin', 'evaluator', 'moderator', 'care', 'editor'],
    email: 'admin@valdoro.example',
    team: 'Forno Valdoro',
  },
  {
    handle: 'tommaso_valdoro',
    displayName: 'Tommaso Valdoro',
    birthYear: 1977,
    bio: 'Capo laboratorio. Ogni idea che arriva qui prima o poi finisce nella mia impastatrice.',
    locale: 'it',
    joinedDaysAgo: 758,
    roles: ['evaluator'],
    email: 'evaluator@valdoro.example',
    team: 'Forno Valdoro · Prodotti',
  },
  {
    handle: 'nadia_forno',
    displayName: 'Nadia Belussi',
    birthYear: 1988,
    bio: 'Leggo tutto quello che scrivete e tengo la discussione comoda per chi entra.',
    locale: 'it',
    joinedDaysAgo: 750,
    roles: ['moderator'],
    email: 'moderator@valdoro.example',
    team: 'Forno Valdoro · Comunità',
  },
  {
    handle: 'ettore_forno',
    displayName: 'Ettore Prandi',
    birthYear: 1969,
    bio:
      'Rispondo a chi ha un problema. Prima stavo al banco di Borgo Rovera, è quasi lo stesso ' +
      'lavoro.',
    locale: 'it',
    joinedDaysAgo: 748,
    roles: ['care'],
    email: 'care@valdoro.example',
    team: 'Forno Valdoro · Assistenza',
  },
  {
    handle: 'irene_forno',
    displayName: 'Irene Salvi',
    birthYear: 1992,
    bio: 'Racconto quello che succede in laboratorio, di solito con la farina sul taccuino.',
    locale: 'it',
    joinedDaysAgo: 745,
    roles: ['editor'],
    email: 'editor@valdoro.example',
    team: 'Forno Valdoro · Storie',
  },
]

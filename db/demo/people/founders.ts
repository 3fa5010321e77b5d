import type { DemoPerson } from '../story.ts'

/** Members of the first months. */
export const founders: DemoPerson[] = [
  {
    handle: 'giulia_b',
    displayName: 'Giulia B.',
    birthYear: 1987,
    bio:
      'Faccio la spesa in bicicletta e tengo da parte le scatole di latta. Due figli, un forno ' +
      'di casa che scotta solo a destra.',
    locale: 'it',
    joinedDaysAgo: 712,
    roles: ['member'],
    email: 'member@valdoro.example',
  },
  {
    handle: 'marco_t',
    displayName: 'Marco T.',
    birthYear: 1979,
    bio: 'Maestro elementare a Ponte Vereno, papà di due. La domenica mattina si impasta, è legge.',
    locale: 'it',
    joinedDaysAgo: 640,
  },
  {
    handle: 'samira_k',
    displayName: 'Samira K.',
    birthYear: 1994,
    bio: 'Infermiera, spesso di notte. Compro il pane alle sette, quando gli altri si svegliano.',
    locale: 'it',
    joinedDaysAgo: 728,
  },
  {
    handle: 'ioana_p',
    displayName: 'Ioana P.',
    birthYear: 1976,
    bio: 'Cuoca in una mensa scolastica. Ogni giorno vedo che cosa i bambini lasciano nel piatto.',
    locale: 'it',
    joinedDaysAgo: 698,
  },
  {
    handle: 'nonna_piera',
    displayName: 'Piera G.',
    birthYear: 1944,
    bio:
      'Ottantadue anni, sessanta di impasti. Scrivo con il tablet di mio nipote, lui corregge le ' +
      'doppie.',
    locale: 'it',
    joinedDaysAgo: 720,
  },
  {
    handle: 'elena_v',
    displayName: 'Elena V.',
    birthYear: 1991,
    bio: 'Disegno imballaggi per mestiere. Lo so, non è colpa vostra se guardo le colle.',
    locale: 'it',
    joinedDaysAgo: 658,
  },
  {
    handle: 'beppe_ciclo',
    displayName: 'Giuseppe N.',
    birthYear: 1958,
    bio: 'Ferroviere in pensione. Quaranta chilometri al giorno, la metà per arrivare a un forno.',
    locale: 'it',
    joinedDaysAgo: 690,
  },
  {
    handle: 'fatou_d',
    displayName: 'Fatou D.',
    birthYear: 1996,
    bio:
      'Educatrice in un centro diurno. Porto i ragazzi a fare la spesa, e loro trovano tutto ' +
      'prima di me.',
    locale: 'it',
    joinedDaysAgo: 723,
  },
  {
    handle: 'dario_m',
    displayName: 'Dario M.',
    birthYear: 1972,
    bio:
      'Fornaio in un’altra valle. Vengo qui a curiosare e, quando serve, a dire quanto costa ' +
      'davvero.',
    locale: 'it',
    joinedDaysAgo: 702,
  },
  {
    handle: 'chiara_l',
    displayName: 'Chiara L.',
    birthYear: 1985,
    bio: 'Celiaca dal 2009. Leggo tutte le etichette, anche quelle degli altri.',
    locale: 'it',
    joinedDaysAgo: 660,
  },
  {
    handle: 'lucia_s',
    displayName: 'Lucia S.',
    birthYear: 1990,
    bio:
      'Mi occupo di rifiuti per un consorzio di comuni. Sono quella che gira i sacchetti per ' +
      'leggere il simbolo.',
    locale: 'it',
    joinedDaysAgo: 725,
  },
  {
    handle: 'teresa_c',
    displayName: 'Teresa C.',
    birthYear: 1962,
    bio: 'Bibliotecaria. Colleziono ricettari macchiati, sono i più sinceri.',
    locale: 'it',
    joinedDaysAgo: 730,
  },
  {
    handle: 'paolo_g',
    displayName: 'Paolo G.',
    birthYear: 1974,
    bio: 'Commercialista. Mi piacciono le buone idee e i conti che tornano, in quest’ordine.',
    locale: 'it',
    joinedDaysAgo: 685,
  },
  {
    handle: 'valentina_m',
    displayName: 'Valentina M.',
    birthYear: 1993,
    bio: 'Veterinaria, due cani e un gatto che ruba i grissini.',
    locale: 'it',
    joinedDaysAgo: 607,
  },
  {
    handle: 'franco_d',
    displayName: 'Franco D.',
    birthYear: 1947,
    bio: 'Vivo solo da qualche anno. Una pagnotta intera mi dura troppo, ma la michetta non mi basta.',
    locale: 'it',
    joinedDaysAgo: 630,
  },
  {
    handle: 'giorgia_t',
    displayName: 'Giorgia T.',
    birthYear: 1995,
    bio: 'Panifico in casa tre volte la settimana. La mia pasta madre si chiama Ottavia.',
    locale: 'it',
    joinedDaysAgo: 705,
  },
  {
    handle: 'rosa_i',
    displayName: 'Rosa I.',
    birthYear: 1955,
    bio:
      'Sarta in pensione. Il martedì insegno a cucire in cooperativa, il resto della settimana ' +
      'disfo orli.',
    locale: 'it',
    joinedDaysAgo: 648,
  },
  {
    handle: 'alberto_z',
    displayName: 'Alberto Z.',
    birthYear: 1960,
    bio: 'Fotografo matrimoni da trent’anni e insegne di paese da sempre.',
    locale: 'it',
    joinedDaysAgo: 610,
  },
  {
    handle: 'bianca_n',
    displayName: 'Bianca N.',
    birthYear: 1965,
    bio: 'Ho servito dietro un banco per trentadue anni. Adesso sto davanti, ed è più difficile.',
    locale: 'it',
    joinedDaysAgo: 718,
  },
  {
    handle: 'simona_u',
    displayName: 'Simona U.',
    birthYear: 1973,
    bio: 'Pediatra. Non ho mai vietato una merenda, al massimo ho chiesto la ricetta.',
    locale: 'it',
    joinedDaysAgo: 684,
  },
  {
    handle: 'gianni_p',
    displayName: 'Gianni P.',
    birthYear: 1949,
    bio: 'Bocciofila di Ponte Vereno. Dico quello che penso, ma poi torno.',
    locale: 'it',
    joinedDaysAgo: 672,
  },
]

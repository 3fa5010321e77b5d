export type RealisedStory = {
  /** The title of the idea. */
  idea: string
  title: string
  story: string
  locale?: 'it' | 'en'
  honesty: 'born_here' | 'inspired_here' | 'already_in_the_works'
  daysAgo: number
  /** By whom the comment was, and what it changed. */
  changes: [handle: string, change: string][]
}

/** What the bakery tells of the ideas that exist today. */
export const realisedStories: RealisedStory[] = [
  {
    idea: 'Pane del giorno prima a metà prezzo dopo le 18',
    title: 'Il cestino delle 18',
    honesty: 'born_here',
    daysAgo: 580,
    story:
      'Tutte le sere alle 18, in tutti e quattro i negozi, il pane di ieri sta all’ingresso a ' +
      'metà prezzo. Non nell’angolo: all’ingresso.\n\n' +
      'Ci abbiamo messo tre mesi. Il primo cartello era sbagliato, il secondo anche, e per due ' +
      'settimane a Ponte Vereno il cestino è rimasto pieno perché nessuno lo vedeva. Poi lo ' +
      'abbiamo spostato di quattro metri.\n\n' +
      'Il pane buttato è sceso da **nove chili a meno di due per sera**. I due che restano ' +
      'vanno a un allevamento della valle. Da soli non ci avevamo pensato, e ci passavamo ' +
      'davanti tutte le sere.',
    changes: [
      ['fatou_d', 'Prima passa la Casa del Ponte, alle 17:45. È una regola scritta.'],
      ['bianca_n', 'Sul cartello non c’è “avanzo”: c’è “pane di ieri, buono anche oggi”.'],
      ['teresa_c', 'Nel sacchetto c’è un cartoncino con una ricetta, che cambia ogni mese.'],
    ],
  },
  {
    idea: 'Il panettone mignon, anche fuori stagione',
    title: 'Il panettone da un etto',
    honesty: 'inspired_here',
    daysAgo: 345,
    story:
      'Cento grammi, impasto classico, dal mercoledì alla domenica, tutto l’anno.\n\n' +
      'L’idea di Valentina chiedeva anche il cioccolato e l’arancia. Il cioccolato in una cosa ' +
      'così piccola copre tutto, e l’abbiamo lasciato; l’arancia torna quando le arance sono ' +
      'buone. Per questo scriviamo “ispirata da qui” e non “nata qui”: il cuore è il suo, la ' +
      'ricetta l’abbiamo cambiata parecchio.',
    changes: [
      ['dario_m', 'Si raffreddano capovolti, tutti e cento. Sì, sembrano pipistrelli.'],
      ['franco_d', 'Lo vendiamo anche uno alla volta, incartato come quello grande.'],
    ],
  },
  {
    idea: 'Buste di carta al posto della plastica per il pane affettato',
    title: 'La busta di carta che si chiude da sola',
    honesty: 'already_in_the_works',
    daysAgo: 312,
    story:
      'Il pane affettato esce solo in carta. Due prove erano già in laboratorio quando Lucia ' +
      'ha scritto, e ferme da mesi: costava di più e nessuno decideva.\n\n' +
      'Trecentocinquantasei persone hanno deciso al posto nostro. La differenza di prezzo la ' +
      'mettiamo noi.',
    changes: [
      ['elena_v', 'La piega doppia: la busta si chiude senza metallo e va tutta nella carta.'],
      ['nonna_piera', 'La scritta “stringimi e arrotolami” è rimasta com’era.'],
    ],
  },
  {
    idea: 'Un barattolo di pasta madre per chi vuole provare a casa',
    title: 'Il barattolo del primo sabato',
    honesty: 'born_here',
    daysAgo: 330,
    story:
      'Ogni primo sabato del mese, a Borgo Rovera, venti barattoli di pasta madre escono di ' +
      'casa gratis. Il foglio l’ha scritto Giorgia con noi, al tavolo del laboratorio, in due ' +
      'pomeriggi e tre caffè.\n\nDei primi venti, diciassette sono ancora vivi.',
    changes: [
      ['nonna_piera', '“Se odora di mela va bene, se odora di piedi aspetta” chiude il foglio.'],
      ['teresa_c', 'In biblioteca c’è il quaderno dei barattoli, e lo leggiamo anche noi.'],
    ],
  },
  {
    idea: 'La lavagna delle sfornate, con gli orari veri',
    title: 'La lavagna delle sfornate',
    honesty: 'born_here',
    daysAgo: 270,
    story:
      'Fuori da ogni negozio c’è una lavagna a gesso con quello che esce e quando. E quando è ' +
      'finito c’è scritto finito, anche se dispiace.\n\nNon è dipinta: se sbagliamo, si ' +
      'cancella con la manica.',
    changes: [
      ['dario_m', 'Fasce di mezz’ora e non minuti: da allora siamo sempre puntuali.'],
      ['sofia_z', 'I disegnini accanto ai nomi, per chi non legge o non legge l’italiano.'],
    ],
  },
  {
    idea: 'A sheet at the counter with the allergens in English',
    title: 'The allergen sheet anybody can read',
    locale: 'en',
    honesty: 'already_in_the_works',
    daysAgo: 155,
    story:
      'Laminated, at every counter, in Italian and English, and behind the code on the shelf.\n\n' +
      'This is the law, and we should have had it done already. What was not in any plan is how ' +
      'good it has become: that part is yours.',
    changes: [
      ['james_o', 'His class rewrote every line of the English, and voted on the hard ones.'],
      ['fatou_d', 'One symbol for each allergen, always the same, for who reads neither.'],
    ],
  },
]

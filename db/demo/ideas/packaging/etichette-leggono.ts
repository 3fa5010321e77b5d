import type { DemoIdea } from '../../story.ts'

export const etichetteLeggono: DemoIdea = {
  title: 'Etichette che si leggono senza occhiali',
  body:
    'Ingredienti e allergeni scritti più grandi, sul davanti. Mia madre ha 78 anni e deve ' +
    'sempre chiedere a qualcuno.\n\n' +
    'Lei non vuole chiedere. Vuole girare il pacco, leggere e decidere, come ha fatto per ' +
    'tutta la vita. Le basterebbero lettere alte il doppio, nere su chiaro, e la data in un ' +
    'posto solo.',
  category: 'packaging',
  tags: ['etichette', 'accessibilità', 'anziani'],
  author: 'anna_r',
  daysAgo: 121,
  votes: 318,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 79,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 68,
      by: 'tommaso_valdoro',
      note:
        'Anna, abbiamo misurato: oggi le nostre lettere sono alte 1,2 millimetri, il minimo di ' +
        'legge. Proviamo a raddoppiarle su tre confezioni e le portiamo a leggere a chi ne ha ' +
        'bisogno. Se tua mamma vuole essere la prima, scriviamo a te.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 41,
      by: 'marta_valdoro',
      note:
        'Sì. Dalle prossime ristampe le etichette avranno lettere **alte almeno il doppio**, ' +
        'allergeni in grassetto sul davanti e la data sempre in alto a destra. Costo basso, ' +
        'tempi da 6 a 12 mesi, perché le etichette cambiano quando finisce ciascun rotolo: ' +
        'cominciamo dalle fette biscottate. Grazie ad Anna, a sua mamma che ne ha bocciate ' +
        'due, e a @fatou_d per i simboli. Il prossimo passo è la prova di stampa, e la ' +
        'mettiamo qui.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'fatou_d',
      body:
        'Nel mio centro ci sono ragazzi che non leggono ma riconoscono i simboli. Tre icone ' +
        'chiare per gli allergeni principali e fanno la spesa da soli. Davvero.',
      daysAgo: 118,
      useful: 12,
      replies: [
        {
          author: 'anna_r',
          body: 'Non ci avevo pensato, e sono più importanti del carattere. Aggiungo.',
          daysAgo: 117,
          useful: 8,
        },
      ],
    },
    {
      author: 'elena_v',
      body:
        'Per chi disegna: corpo 12 minimo, interlinea larga, niente corsivo, contrasto alto. E ' +
        'togliete la frase sulla tradizione, così lo spazio c’è.',
      daysAgo: 115,
      useful: 8,
      replies: [
        {
          author: 'irene_forno',
          body: 'La frase sulla tradizione l’ho scritta io. La tolgo senza rancore.',
          daysAgo: 66,
          useful: 9,
        },
      ],
    },
    {
      author: 'chiara_l',
      body:
        'Grassetto per gli allergeni è già obbligatorio, ma grassetto a un millimetro non è ' +
        'grassetto, è una macchia. Grazie Anna.',
      daysAgo: 112,
      useful: 10,
    },
    {
      author: 'franco_d',
      body: 'Io uso la lente del telefono, ma in negozio mi sento un investigatore.',
      daysAgo: 105,
      useful: 7,
    },
    {
      author: 'simona_u',
      body: 'Un codice da inquadrare che legga l’etichetta ad alta voce? In più, non al posto.',
      daysAgo: 90,
      useful: 5,
      replies: [
        {
          author: 'sofia_z',
          body: 'In più va bene. Al posto no: i miei il telefono lo usano, mia nonna no.',
          daysAgo: 89,
          useful: 6,
        },
      ],
    },
    {
      author: 'anna_r',
      body:
        'Mia madre vi fa sapere che la terza prova si legge anche in corridoio con la luce ' +
        'spenta. È una donna esigente, prendetelo come un premio.',
      daysAgo: 38,
      useful: 11,
    },
  ],
}

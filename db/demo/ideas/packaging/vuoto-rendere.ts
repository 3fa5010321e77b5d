import type { DemoIdea } from '../../story.ts'

export const vuotoRendere: DemoIdea = {
  title: 'Vuoto a rendere per i vasetti di crema e confettura',
  body:
    'Ho undici vasetti vostri lavati in fila sul davanzale. Sono belli, sono di vetro buono, e ' +
    'non so dove metterli.\n\n' +
    'Riportateli in circolo: venti centesimi indietro, un cesto alla cassa, si lavano, si ' +
    'riempiono.',
  category: 'packaging',
  tags: ['vetro', 'riuso', 'vasetti'],
  author: 'grace_a',
  daysAgo: 232,
  votes: 276,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 187,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 176,
      by: 'tommaso_valdoro',
      note:
        'Grace, undici vasetti ci fanno piacere e ci fanno pensare. Guardiamo il lavaggio, la ' +
        'rottura e il trasporto. Ci serve il parere di chi controlla i laboratori alimentari.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 149,
      by: 'tommaso_valdoro',
      note:
        'Proviamo a farlo: costo medio, tempi da 6 a 9 mesi, a patto di trovare chi lava e ' +
        'sterilizza i vasetti per noi. Il prossimo passo è una prova con il lavaggio di ' +
        'Brescia, poi ti aggiorniamo.',
      official: true,
    },
    {
      to: 'declined',
      daysAgo: 63,
      by: 'marta_valdoro',
      note:
        'Dobbiamo tornare indietro, Grace, e ci dispiace perché ti avevamo scritto che ' +
        'l’avremmo fatto. Il lavaggio di Brescia non può certificare i vasetti con la nostra ' +
        'capsula: il filetto del vetro si segna e la chiusura sottovuoto non è più garantita. ' +
        'Con le regole sulle conserve non possiamo riempirli di nuovo, e non vogliamo ' +
        'aggirarle.\n\n' +
        'Che cosa può cambiare la decisione: un vasetto diverso, nato per essere riusato, con ' +
        'capsula nuova a ogni giro. Ne stiamo chiedendo il prezzo: oggi siamo in una fascia di ' +
        '**costo alto, tempi da 12 a 18 mesi**. Nel frattempo i vasetti puliti li accettiamo ' +
        'in negozio e li diamo alla mensa e alla cooperativa, che li usano per il secco. Il ' +
        'cesto alla cassa, quello, resta per merito tuo.',
      reason: 'legal',
      official: true,
    },
  ],
  comments: [
    {
      author: 'lucia_s',
      body: 'Il vuoto a rendere funziona se chi lava è vicino. Altrimenti si fa viaggiare aria.',
      daysAgo: 225,
      useful: 8,
    },
    {
      author: 'dario_m',
      body: 'Il problema è la capsula, vedrete. Il vetro perdona, il tappo no.',
      daysAgo: 220,
      useful: 6,
      replies: [
        {
          author: 'grace_a',
          body:
            'You saw it coming five months before everyone. I hope you are wrong about ' +
            'something soon.',
          daysAgo: 62,
          useful: 9,
        },
      ],
    },
    {
      author: 'grace_a',
      body:
        'Thank you for saying it plainly, and for keeping the basket. My windowsill has eleven ' +
        'fewer jars and a basil plant.',
      daysAgo: 60,
      useful: 13,
    },
    {
      author: 'rosa_i',
      body:
        'In cooperativa li usiamo per bottoni e cerniere. Undici sono arrivati con un ' +
        'biglietto in inglese, ora capisco.',
      daysAgo: 58,
      useful: 6,
    },
    {
      author: 'paolo_g',
      body: 'Un sì che diventa no, spiegato così, mi dà più fiducia di dieci sì senza notizie.',
      daysAgo: 55,
      useful: 5,
    },
  ],
}

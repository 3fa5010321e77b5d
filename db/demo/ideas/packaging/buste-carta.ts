import type { DemoIdea } from '../../story.ts'

export const busteCarta: DemoIdea = {
  title: 'Buste di carta al posto della plastica per il pane affettato',
  body:
    'Il pane affettato esce da voi in un sacchetto di plastica con la chiusura di metallo. ' +
    'Sono **due materiali da separare** per tre giorni di pane.\n\n' +
    'Una busta di carta con dentro un velo sottile che si toglie, o meglio senza, se il pane ' +
    'va via in fretta. Ho guardato: di carte adatte ne esistono, basta rinunciare alla ' +
    'finestra trasparente.',
  category: 'packaging',
  tags: ['carta', 'plastica', 'riciclo'],
  author: 'lucia_s',
  daysAgo: 655,
  votes: 356,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 588,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 577,
      by: 'tommaso_valdoro',
      note:
        'Lucia, proviamo quattro carte diverse con lo stesso pane e lo pesiamo ogni mattina ' +
        'per cinque giorni. Pubblichiamo il risultato qui, anche se perde la carta.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 549,
      by: 'tommaso_valdoro',
      note:
        'Ha perso la carta semplice (il terzo giorno il pane era duro) e ha vinto quella con ' +
        'un sottile strato di cellulosa, che si ricicla con la carta. **Costo medio, tempi da ' +
        '6 a 9 mesi**: dobbiamo finire le scorte, non buttarle. Grazie a Lucia e a @elena_v ' +
        'per il consiglio sulla piega.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 402,
      by: 'tommaso_valdoro',
      note:
        'Scorte di plastica finite a Borgo Rovera e Ponte Vereno: lì si passa alla carta ' +
        'questa settimana. Gli altri due negozi seguono appena svuotano il magazzino.',
      official: true,
    },
    {
      to: 'realised',
      daysAgo: 318,
      by: 'marta_valdoro',
      note:
        'Da oggi il pane affettato esce solo in carta, in tutti i negozi. L’idea è di Lucia, ' +
        'la doppia piega che chiude senza metallo è di @elena_v, e la scritta “stringimi e ' +
        'arrotolami” l’ha suggerita @nonna_piera. La busta costa un po’ di più della plastica: ' +
        'la differenza la mettiamo noi. Etichetta onesta: ci stavamo già pensando da un po’, ' +
        'ma senza i vostri voti saremmo ancora lì a pensarci.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'elena_v',
      body:
        'Per chiudere senza laccetto basta una piega doppia e una carta che tenga la memoria. ' +
        'Vi mando due campioni, è il mio mestiere e lo faccio volentieri.',
      daysAgo: 648,
      useful: 11,
    },
    {
      author: 'gianni_p',
      body: 'La carta si bagna, la plastica no. Io la spesa la porto a mano anche quando piove.',
      daysAgo: 640,
      useful: 5,
      replies: [
        {
          author: 'beppe_ciclo',
          body: 'Io in bici sotto la pioggia porto tutto in una borsa cerata. Il pane ringrazia.',
          daysAgo: 639,
          useful: 8,
        },
      ],
    },
    {
      author: 'priya_n',
      body:
        'Hello, small test at home: the new bag keeps moisture almost like plastic for two ' +
        'days, then a bit less. Good enough for me.',
      daysAgo: 430,
      useful: 6,
    },
    {
      author: 'samira_k',
      body:
        'Busta provata nello zaino di turno, dodici ore. Il pane era ancora buono, la busta un ' +
        'po’ meno, ma è finita nella carta.',
      daysAgo: 310,
      useful: 6,
    },
    {
      author: 'nonna_piera',
      body:
        'Vi siete ricordati di scrivere stringimi e arrotolami. L’ho fatto vedere a tutta la ' +
        'scala.',
      daysAgo: 305,
      useful: 12,
    },
    {
      author: 'lucia_s',
      body:
        'Ho verificato con due consorzi: va nella carta. Lo dico perché sono pagata per dire ' +
        'di no, di solito.',
      daysAgo: 300,
      useful: 10,
    },
  ],
}

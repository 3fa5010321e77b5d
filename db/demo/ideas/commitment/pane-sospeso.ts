import type { DemoIdea } from '../../story.ts'

export const paneSospeso: DemoIdea = {
  title: 'Il pane sospeso',
  body:
    'Compro un pane e ne pago due. Il secondo resta lì, appeso a una lista, per chi quel ' +
    'giorno non può. Chi lo prende dice solo “ne ho uno sospeso” e **non deve spiegare niente ' +
    'a nessuno**.\n\n' +
    'Nel mio palazzo si faceva con il latte.',
  category: 'commitment',
  tags: ['solidarietà', 'pane', 'vicinato'],
  author: 'rosa_i',
  daysAgo: 148,
  votes: 344,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 105,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 96,
      by: 'marta_valdoro',
      note:
        'Rosa, la parte che ci preoccupa è proprio quella più bella: che nessuno debba ' +
        'spiegare niente. Cerchiamo un modo che non metta in imbarazzo chi chiede e che resti ' +
        'chiaro per chi dona. Ne parliamo con la Casa del Ponte e con chi sta al banco.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 74,
      by: 'marta_valdoro',
      note:
        'Si fa. Un gettone di legno in una ciotola: chi paga lo lascia, chi ne ha bisogno lo ' +
        'prende e lo consegna al banco come se fosse denaro. **Costo basso, tempi da 2 a 4 ' +
        'mesi.** L’idea del gettone è di @amir_h, che ha cambiato tutto. Ogni mese ' +
        'pubblichiamo quanti ne sono entrati e quanti usciti, mai chi.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 29,
      by: 'tommaso_valdoro',
      note:
        'I gettoni li sta tornendo un falegname di Rocca Lumera, con il legno di un noce ' +
        'caduto. Cominciamo da Ponte Vereno appena arrivano. Se la ciotola resta vuota, il ' +
        'pane lo mettiamo noi: una pagnotta al giorno, finché la cosa cammina.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'amir_h',
      body:
        'Niente lista e niente frase da dire. Un gettone: lo metti, lo prendi. Chi lo usa paga ' +
        'come tutti e chi è in fila dietro non capisce la differenza.',
      daysAgo: 146,
      useful: 14,
      replies: [
        {
          author: 'rosa_i',
          body: 'È molto meglio della mia. Ecco perché bisogna scriverle, le idee.',
          daysAgo: 145,
          useful: 12,
        },
      ],
    },
    {
      author: 'gianni_p',
      body: 'E se uno se ne prende dieci?',
      daysAgo: 140,
      useful: 5,
      replies: [
        {
          author: 'bianca_n',
          body:
            'Vuol dire che gliene servivano dieci. In trentadue anni avrò visto due furbi, e ' +
            'il pane finiva comunque mangiato.',
          daysAgo: 139,
          useful: 11,
        },
      ],
    },
    {
      author: 'ettore_forno',
      body:
        'Dal banco: una ciotola vicino alla porta, non accanto alla cassa. Chi ha vergogna non ' +
        'si avvicina alla cassa a mani vuote.',
      daysAgo: 93,
      useful: 7,
    },
    {
      author: 'svetlana_o',
      body:
        'La signora ha detto: “Mettine uno per me e uno per quella che ero nel ’45”. Ne metto ' +
        'due.',
      daysAgo: 68,
      useful: 6,
    },
    {
      author: 'paolo_g',
      body:
        'I gettoni vanno contati e registrati bene. Se serve una mano con la parte noiosa la ' +
        'do volentieri, senza fattura.',
      daysAgo: 25,
      useful: 5,
    },
  ],
}

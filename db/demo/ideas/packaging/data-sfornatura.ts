import type { DemoIdea } from '../../story.ts'

export const dataSfornatura: DemoIdea = {
  title: 'La data di sfornatura scritta a mano sul sacchetto',
  body:
    'Ai miei tempi scrivevamo il giorno a matita sul sacchetto: “gio”. La gente lo teneva sul ' +
    'tavolo e sapeva a che punto era il pane.\n\n' +
    'Un timbro con i giorni, o la matita, va bene tutto. **Scritto da chi l’ha sfornato**, non ' +
    'stampato in fabbrica.',
  category: 'packaging',
  tags: ['freschezza', 'sacchetti', 'fiducia'],
  author: 'bianca_n',
  daysAgo: 99,
  votes: 166,
  moves: [],
  comments: [
    {
      author: 'franco_d',
      body: 'Io li segno già da me. Ma se lo fate voi è un saluto, non un promemoria.',
      daysAgo: 97,
      useful: 7,
    },
    {
      author: 'paolo_g',
      body:
        'Occhio a non confondere con la scadenza di legge. Serve una parola precisa: ' +
        '“sfornato”, non “data”.',
      daysAgo: 94,
      useful: 5,
      replies: [
        {
          author: 'bianca_n',
          body: '“Sfornato giovedì.” Due parole e non c’è avvocato che trovi da dire.',
          daysAgo: 93,
          useful: 7,
        },
      ],
    },
    {
      author: 'davide_q',
      body:
        'Mettete anche l’iniziale di chi l’ha fatto. Nella ciclofficina firmiamo le ruote, e ' +
        'da allora si stringono meglio le viti.',
      daysAgo: 80,
      useful: 6,
    },
    {
      author: 'tommaso_valdoro',
      body:
        'L’iniziale ha fatto discutere il laboratorio per tutta la pausa caffè. In tre sono ' +
        'già d’accordo, uno ha una calligrafia impresentabile: sono io.',
      daysAgo: 71,
      useful: 9,
    },
    {
      author: 'hannah_w',
      body: 'I would keep every single bag. This may be the flaw in the plan.',
      daysAgo: 40,
      useful: 4,
    },
  ],
}

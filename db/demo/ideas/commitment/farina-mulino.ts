import type { DemoIdea } from '../../story.ts'

export const farinaMulino: DemoIdea = {
  title: 'La farina da un mulino a meno di trenta chilometri',
  body:
    'Ho cercato quanti chilometri fa il grano prima di arrivare nel mio panino. Non l’ho ' +
    'trovato scritto da nessuna parte, e penso che sia questo il problema.\n\n' +
    'Propongo che almeno **un pane, quello di tutti i giorni**, usi solo farina macinata entro ' +
    'trenta chilometri. E che il percorso sia scritto sul cartellino.',
  category: 'commitment',
  tags: ['filiera', 'mulino', 'territorio'],
  author: 'chen_w',
  daysAgo: 71,
  votes: 212,
  moves: [],
  comments: [
    {
      author: 'renzo_b',
      body:
        'Macinata entro trenta chilometri non vuol dire coltivata entro trenta chilometri. Il ' +
        'mulino può prendere grano da dove vuole. Chiedete tutte e due le cose.',
      daysAgo: 69,
      useful: 8,
      replies: [
        {
          author: 'chen_w',
          body: 'Buona osservazione. Allora due righe: dove è cresciuto e dove è stato macinato.',
          daysAgo: 68,
          useful: 7,
        },
      ],
    },
    {
      author: 'dario_m',
      body:
        'In valle di grano ce n’è poco. Sicuri che il pane di tutti i giorni ci stia dentro? ' +
        'Io partirei dal pane del sabato.',
      daysAgo: 65,
      useful: 6,
    },
    {
      author: 'paolo_g',
      body: 'E quanto costa al chilo, prima di votare sì? Chiedo sul serio, non per dire di no.',
      daysAgo: 58,
      useful: 5,
    },
    {
      author: 'youssef_e',
      body:
        'Il cartellino con la strada fatta lo farei anche per la frutta. Se lo fate voi, vi ' +
        'copio.',
      daysAgo: 41,
      useful: 4,
    },
  ],
}

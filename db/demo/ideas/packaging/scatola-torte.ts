import type { DemoIdea } from '../../story.ts'

export const scatolaTorte: DemoIdea = {
  title: 'Una scatola per torte che stia nel portapacchi',
  body:
    'La scatola della torta è quadrata e larga, il mio portapacchi è lungo e stretto. Ogni ' +
    'domenica la torta arriva in diagonale, con le fragole tutte da un lato.\n\n' +
    'Basterebbe **un’altezza in più e due occhielli** per passarci l’elastico. Il resto lo ' +
    'fanno le gambe.',
  category: 'packaging',
  tags: ['bicicletta', 'torte', 'scatole'],
  author: 'beppe_ciclo',
  daysAgo: 36,
  votes: 38,
  moves: [],
  comments: [
    {
      author: 'davide_q',
      body:
        'In officina ho una dima con le misure dei portapacchi più diffusi. La porto in ' +
        'negozio quando volete.',
      daysAgo: 35,
      useful: 6,
      replies: [
        {
          author: 'beppe_ciclo',
          body: 'E io porto la torta di prova. Qualcuno deve pur mangiarla, dopo il collaudo.',
          daysAgo: 34,
          useful: 6,
        },
      ],
    },
    {
      author: 'giulia_b',
      body: 'Con due bambini sul tandem e la torta sul manubrio, confermo l’urgenza.',
      daysAgo: 31,
      useful: 5,
    },
    {
      author: 'paolo_g',
      body: 'Quanti siete, in bici con la torta? Chiedo per il lotto minimo di stampa.',
      daysAgo: 24,
      useful: 1,
    },
  ],
}

import type { DemoIdea } from '../../story.ts'

export const confezioneRichiude: DemoIdea = {
  title: 'Una confezione che si richiude davvero',
  body:
    'La linguetta adesiva tiene due volte. Alla terza ci vuole la molletta, alla quarta i ' +
    'biscotti sono del colore giusto ma della consistenza sbagliata, e mio figlio se ne ' +
    'accorge **prima** di assaggiarli.\n\n' +
    'Per lui un biscotto molle è un altro biscotto. Per favore, una chiusura che funzioni ' +
    'dieci volte.',
  category: 'packaging',
  tags: ['richiudibile', 'praticità', 'biscotti'],
  author: 'ilaria_p',
  daysAgo: 58,
  votes: 203,
  moves: [],
  comments: [
    {
      author: 'elena_v',
      body:
        'Le linguette moderne in carta con colla a freddo reggono una ventina di aperture. ' +
        'Costano mezzo centesimo in più. È la scelta dell’adesivo, non della confezione.',
      daysAgo: 56,
      useful: 8,
      replies: [
        {
          author: 'ilaria_p',
          body: 'Mezzo centesimo lo pago anche doppio.',
          daysAgo: 55,
          useful: 6,
        },
      ],
    },
    {
      author: 'giulia_b',
      body: 'Oppure la scatola di latta. Scusate, non riesco a smettere.',
      daysAgo: 54,
      useful: 5,
    },
    {
      author: 'fatou_d',
      body:
        'E che si apra senza strappare: molti dei nostri ragazzi hanno una mano più forte ' +
        'dell’altra. Una linguetta larga, a destra e a sinistra.',
      daysAgo: 49,
      useful: 9,
    },
    {
      author: 'franco_d',
      body: 'E senza forbici. Ogni volta mi sento sconfitto da un pacco di frollini.',
      daysAgo: 43,
      useful: 5,
    },
    {
      author: 'simona_u',
      body:
        'Le consistenze contano per tanti bambini, più di quanto si creda. Grazie a Ilaria che ' +
        'lo racconta.',
      daysAgo: 29,
      useful: 4,
    },
    {
      author: 'nadia_forno',
      body:
        'Mancano una cinquantina di voti per la valutazione. Se l’idea ti serve, farla leggere ' +
        'a una persona in più aiuta davvero.',
      daysAgo: 12,
      useful: 7,
    },
  ],
}

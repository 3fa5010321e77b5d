import type { DemoIdea } from '../../story.ts'

export const calendarioBiscotti: DemoIdea = {
  title: 'Il calendario dei biscotti che aspetta dicembre',
  body:
    'Ventiquattro cassettini di cartone, ventiquattro biscotti. Non cioccolatini con la stella ' +
    'stampata: **biscotti veri, piccoli, diversi**, che si possono dire per nome.\n\n' +
    'L’oggetto lo disegno volentieri: si apre, si richiude, e l’anno dopo si riempie di nuovo. ' +
    'Propongo anche di farlo sfuso per chi ha ancora il vecchio.',
  category: 'promotions',
  tags: ['calendario', 'biscotti', 'attesa'],
  author: 'elena_v',
  daysAgo: 19,
  votes: 226,
  moves: [],
  comments: [
    {
      author: 'teresa_c',
      body:
        'Ventiquattro biscotti con un nome sono un piccolo vocabolario. Al numero 13 ci vuole ' +
        'qualcosa di coraggioso.',
      daysAgo: 18,
      useful: 9,
    },
    {
      author: 'giulia_b',
      body:
        'Ricaricabile l’anno dopo: hai detto la parola magica. A casa mia finirebbe accanto ' +
        'alle latte.',
      daysAgo: 18,
      useful: 8,
    },
    {
      author: 'dario_m',
      body:
        'Ventiquattro impasti diversi sono tanti. Otto impasti, tre forme ciascuno, e ne ' +
        'escono ventiquattro senza impazzire.',
      daysAgo: 17,
      useful: 6,
      replies: [
        {
          author: 'elena_v',
          body: 'Otto per tre. Dario, ti devo un calendario.',
          daysAgo: 16,
          useful: 7,
        },
      ],
    },
    {
      author: 'simona_u',
      body: 'Un biscotto piccolo al giorno ha il mio benestare. Non firmo niente, però.',
      daysAgo: 12,
      useful: 5,
    },
    {
      author: 'ilaria_p',
      body:
        'Un disegno sulla casella con la forma di quello che c’è dentro? Le sorprese vanno ' +
        'bene quasi a tutti. Quasi.',
      daysAgo: 8,
      useful: 6,
    },
    {
      author: 'elena_v',
      body:
        '@ilaria_p sì: sul retro del calendario, la mappa completa. Chi vuole la sorpresa non ' +
        'gira.',
      daysAgo: 7,
      useful: 5,
    },
  ],
}

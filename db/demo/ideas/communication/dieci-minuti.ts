import type { DemoIdea } from '../../story.ts'

export const dieciMinuti: DemoIdea = {
  title: 'Dieci minuti di suoni dal laboratorio, alle quattro',
  body:
    'Registrate dieci minuti in laboratorio alle quattro del mattino e metteteli dove si può ' +
    'ascoltare. Niente voce, niente musica: l’impastatrice, la porta del forno, qualcuno che ' +
    'fischia.\n\n' +
    'Ci si addormenta benissimo. Chi fa i turni, dall’altra parte della notte, si sentirebbe ' +
    'in compagnia.',
  category: 'communication',
  tags: ['audio', 'laboratorio', 'notte'],
  author: 'teresa_c',
  daysAgo: 33,
  votes: 42,
  moves: [],
  comments: [
    {
      author: 'matteo_c',
      body: 'Sono le quattro e sono in pausa. Se ci fosse, lo metterei adesso.',
      daysAgo: 32,
      useful: 7,
    },
    {
      author: 'alberto_z',
      body: 'Porto un registratore buono e due microfoni. Mi metto in un angolo e non respiro.',
      daysAgo: 30,
      useful: 6,
    },
    {
      author: 'dario_m',
      body: 'Vi avverto che qualcuno in laboratorio canta, e non sempre bene.',
      daysAgo: 28,
      useful: 5,
      replies: [
        {
          author: 'tommaso_valdoro',
          body: 'Dario, quello sono io.',
          daysAgo: 20,
          useful: 7,
        },
      ],
    },
  ],
}

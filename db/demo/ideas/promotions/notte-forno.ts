import type { DemoIdea } from '../../story.ts'

export const notteForno: DemoIdea = {
  title: 'Una notte al forno, per vedere come nasce il pane',
  body:
    'Passo davanti al laboratorio alle cinque e vedo solo la luce. Mangio questo pane da ' +
    'trent’anni e non ho mai visto fare una pagnotta.\n\n' +
    'Una notte al mese, **otto persone**, dalle tre alle sei. Si guarda, si infarina qualcosa, ' +
    'si mangia il primo pane in piedi. Poi chi deve va a lavorare.',
  category: 'promotions',
  tags: ['visita', 'laboratorio', 'notte'],
  author: 'amir_h',
  daysAgo: 94,
  votes: 352,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 41,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 20,
      by: 'marta_valdoro',
      note:
        'Amir, la notte è il momento più bello e più pericoloso del forno: pavimenti ' +
        'scivolosi, forni a 240 gradi e persone che lavorano di fretta. Stiamo verificando tre ' +
        'cose: l’assicurazione, quante persone possono stare in laboratorio senza rallentare ' +
        'l’infornata, e se un gruppo di quattro non sia meglio di otto. La risposta arriva ' +
        'qui, entro i trenta giorni.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'samira_k',
      body:
        'Io a quell’ora sono sveglia per lavoro. Sarebbe la prima volta che il turno di notte ' +
        'mi invita da qualche parte.',
      daysAgo: 92,
      useful: 10,
    },
    {
      author: 'dario_m',
      body:
        'Quattro persone al massimo. Otto intorno a un’impastatrice sono otto persone da ' +
        'tenere d’occhio.',
      daysAgo: 90,
      useful: 7,
      replies: [
        {
          author: 'amir_h',
          body: 'Quattro va bene. Così serve prenotarsi e chi viene ci tiene davvero.',
          daysAgo: 89,
          useful: 6,
        },
      ],
    },
    {
      author: 'ilaria_p',
      body:
        'Si potrebbe pensare anche a una versione del pomeriggio, con le macchine ferme? Per ' +
        'chi con il rumore non ce la fa.',
      daysAgo: 77,
      useful: 5,
      replies: [
        {
          author: 'tommaso_valdoro',
          body:
            'Sì, è la prima alternativa sul tavolo: alle quattro del pomeriggio le macchine ' +
            'tacciono e si può guardare da vicino.',
          daysAgo: 21,
          useful: 8,
        },
      ],
    },
    {
      author: 'gianni_p',
      body:
        'Mia moglie dice che se vado io alle tre di notte, lei dorme finalmente tranquilla. ' +
        'Voto a favore per due.',
      daysAgo: 60,
      useful: 4,
    },
  ],
}

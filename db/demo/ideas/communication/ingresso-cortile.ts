import type { DemoIdea } from '../../story.ts'

export const ingressoCortile: DemoIdea = {
  title: 'Ingresso dal cortile durante i lavori di via dei Mulini',
  body:
    'In via dei Mulini hanno scavato il marciapiede e per entrare da voi si fa il giro ' +
    'dell’isolato, con il passeggino peggio che mai. Il cortile sul retro ha un cancello ' +
    'largo: apritelo **finché durano i lavori** e mettete una freccia.',
  category: 'communication',
  tags: ['lavori', 'accesso', 'brescia'],
  author: 'beppe_ciclo',
  daysAgo: 296,
  votes: 29,
  moves: [
    {
      to: 'archived',
      daysAgo: 238,
      by: 'ettore_forno',
      note:
        'Beppe, il cancello del cortile è rimasto aperto per sette settimane, con la tua ' +
        'freccia disegnata da noi un po’ storta. Adesso il marciapiede è finito e si entra di ' +
        'nuovo dalla porta, quindi archiviamo l’idea. Se arrivano altri lavori, rispondi qui: ' +
        'si riapre in un minuto. Grazie anche da chi spingeva i passeggini.',
      reason: 'no_longer_relevant',
      official: true,
    },
  ],
  comments: [
    {
      author: 'anna_r',
      body: 'Con mia madre e il carrellino ho rinunciato due volte. Voto con molta convinzione.',
      daysAgo: 292,
      useful: 5,
    },
    {
      author: 'ettore_forno',
      body:
        'Cancello aperto da domattina, dalle 7 alle 19. La rampa è ripida: se serve una mano ' +
        'suonate, veniamo noi.',
      daysAgo: 288,
      useful: 8,
      replies: [
        {
          author: 'anna_r',
          body: 'Questo è il servizio più veloce della mia vita. Grazie.',
          daysAgo: 287,
          useful: 6,
        },
      ],
    },
  ],
}

import type { DemoIdea } from '../../story.ts'

export const paneNome: DemoIdea = {
  title: 'Un pane con il nome del campo da cui viene',
  body:
    'Coltivo frumento tenero di varietà vecchie, alte così. Rende poco e al vento si corica, ' +
    'però macinato a pietra fa un pane che mia moglie riconosce a occhi chiusi.\n\n' +
    'Vi propongo un pane ogni tanto, non tutti i giorni, con scritto sul cartellino **il nome ' +
    'del campo**: “Lama di sotto”, “Prato del Gobbo”. Chi lo mangia può andare a vedere dov’è.',
  category: 'products',
  tags: ['grano', 'territorio', 'filiera'],
  author: 'renzo_b',
  daysAgo: 88,
  votes: 307,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 36,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 20,
      by: 'tommaso_valdoro',
      note:
        'Renzo, l’idea ci piace, adesso viene la parte noiosa. Stiamo guardando tre cose: ' +
        'quanta farina serve per un’infornata al mese, chi la macina con un’analisi in regola, ' +
        'e quanto costerebbe la pagnotta. Un piccolo lotto di “Lama di sotto” è in laboratorio ' +
        'per le prime prove. Chi ha dubbi li scriva qui: li leggiamo prima di decidere.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'dario_m',
      body:
        'Le farine di varietà antiche tengono poco l’impasto. Se vi aspettate l’alveolo da ' +
        'fotografia restate delusi. Se vi aspettate il sapore, no.',
      daysAgo: 84,
      useful: 8,
      replies: [
        {
          author: 'renzo_b',
          body: 'L’alveolo è buono da guardarci dentro, ma non riempie.',
          daysAgo: 83,
          useful: 9,
        },
      ],
    },
    {
      author: 'paolo_g',
      body:
        'Facciamo due conti: rese da metà, macina a pietra, un’infornata al mese. Verrà un ' +
        'pane da otto, nove euro al chilo. Lo compro? Sì, ma una volta al mese, e solo se so ' +
        'che a Renzo ne arriva una parte decente.',
      daysAgo: 80,
      useful: 8,
    },
    {
      author: 'grace_a',
      body:
        'A casa mia il mais ha il nome della collina. Mi sembra strano il contrario, cioè un ' +
        'pane che non sa da dove viene.',
      daysAgo: 74,
      useful: 7,
    },
    {
      author: 'james_o',
      body: 'Votato per “Prato del Gobbo”. Chi era il gobbo?',
      daysAgo: 70,
      useful: 5,
      replies: [
        {
          author: 'renzo_b',
          body: 'Mio bisnonno. Raccoglieva dritto, camminava storto.',
          daysAgo: 69,
          useful: 13,
        },
      ],
    },
    {
      author: 'lucia_s',
      body:
        'Una richiesta: niente parola “antico” a caso in etichetta. Scrivete il nome della ' +
        'varietà e basta, così chi vuole controlla.',
      daysAgo: 60,
      useful: 6,
    },
    {
      author: 'tommaso_valdoro',
      body:
        'Prima prova sfornata stamattina. Impasto molle come diceva @dario_m, profumo che ha ' +
        'fermato il laboratorio. Adesso tocca ai conti, che profumano meno.',
      daysAgo: 20,
      useful: 11,
    },
    {
      author: 'youssef_e',
      body:
        'Al mercato scrivo sempre da che campo arrivano le zucche. La gente all’inizio ride, ' +
        'poi chiede.',
      daysAgo: 12,
      useful: 4,
    },
  ],
}

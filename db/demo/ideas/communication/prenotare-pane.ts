import type { DemoIdea } from '../../story.ts'

export const prenotarePane: DemoIdea = {
  title: 'Prenotare il pane la sera e trovarlo pronto al mattino',
  body:
    'Quando smonto alle sette il pane che voglio io è finito. Ordinare entro le 22 della sera ' +
    'prima e trovarlo in un sacchetto con il nome: si paga prima, si ritira in trenta secondi.' +
    '\n\n' +
    '**Anche per chi non ha la macchina e deve prendere la corriera.** Il sacchetto aspetta, ' +
    'la corriera no.',
  category: 'communication',
  tags: ['prenotazione', 'orari', 'comodità'],
  author: 'samira_k',
  daysAgo: 154,
  votes: 295,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 110,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 96,
      by: 'tommaso_valdoro',
      note:
        'Samira, il nodo è la notte: se sappiamo alle 22 quanto pane serve, l’infornata cambia ' +
        'davvero e il pane buttato cala. Guardiamo i costi del servizio e come farlo senza ' +
        'obbligare nessuno a un’applicazione.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 74,
      by: 'tommaso_valdoro',
      note:
        'Si fa, in due modi: una pagina semplice e un numero a cui mandare un messaggio, ' +
        'perché non tutti vogliono un’altra applicazione. **Costo medio, tempi da 6 a 9 ' +
        'mesi.** Grazie a @bianca_n, che ci ha ricordato che chi prenota e non viene fa più ' +
        'danno di chi non prenota. Il prossimo passo è una prova con cinquanta famiglie.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'bianca_n',
      body:
        'Attenzione a chi prenota e non passa: quel pane resta lì e diventa pane di ieri. O si ' +
        'paga prima, o si fa entro un’ora.',
      daysAgo: 150,
      useful: 9,
      replies: [
        {
          author: 'samira_k',
          body: 'Si paga prima, sì. E se non passo, va nel cestino delle 18: me lo sono meritato.',
          daysAgo: 149,
          useful: 7,
        },
      ],
    },
    {
      author: 'franco_d',
      body: 'Per favore anche una telefonata. Il mio telefono fa le telefonate e basta.',
      daysAgo: 144,
      useful: 8,
      replies: [
        {
          author: 'tommaso_valdoro',
          body: 'Franco, il numero funziona anche con la voce. L’abbiamo messo apposta.',
          daysAgo: 76,
          useful: 9,
        },
      ],
    },
    {
      author: 'matteo_c',
      body:
        'Esco dal turno alle sei di sera: vale lo stesso, al contrario? Prenoto la mattina per ' +
        'la sera.',
      daysAgo: 130,
      useful: 5,
    },
    {
      author: 'paolo_g',
      body:
        'Cinquanta famiglie di prova bastano a capire. Chi partecipa dica anche quanto pane ha ' +
        'evitato di buttare.',
      daysAgo: 74,
      useful: 3,
    },
  ],
}

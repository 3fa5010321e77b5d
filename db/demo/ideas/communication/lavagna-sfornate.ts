import type { DemoIdea } from '../../story.ts'

export const lavagnaSfornate: DemoIdea = {
  title: 'La lavagna delle sfornate, con gli orari veri',
  body:
    'Si sa che il pane esce a orari diversi, ma nessuno sa quali. Una lavagna fuori, con il ' +
    'gesso: **che cosa esce e a che ora**, e una riga per dire quando è finito.\n\n' +
    'Non un pannello luminoso. Una lavagna la cambia chi sta al banco in dieci secondi, e la ' +
    'legge anche chi non ha il telefono.',
  category: 'communication',
  tags: ['orari', 'sfornate', 'negozio'],
  author: 'teresa_c',
  daysAgo: 437,
  votes: 287,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 374,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 363,
      by: 'irene_forno',
      note:
        'Teresa, la cosa più difficile non è la lavagna, è l’ora vera: il pane ha la sua ' +
        'opinione. Per tre settimane segniamo quando esce davvero ogni prodotto, e poi ' +
        'decidiamo se possiamo prometterlo.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 336,
      by: 'marta_valdoro',
      note:
        'Sì. **Costo basso, tempi da 1 a 3 mesi.** Scriviamo fasce e non minuti (“tra le 10 e ' +
        'le 10:30”), perché nelle tre settimane di misura il pane ha sgarrato in media di ' +
        'dodici minuti. L’idea delle fasce è di @dario_m.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 302,
      by: 'irene_forno',
      note:
        'Le quattro lavagne sono appese. Chi è al banco sta prendendo la mano: la prima ' +
        'settimana aspettati qualche cancellatura.',
      official: true,
    },
    {
      to: 'realised',
      daysAgo: 276,
      by: 'irene_forno',
      note:
        'La lavagna è fuori da tutti e quattro i negozi, scritta a gesso, con le fasce orarie ' +
        'e la riga “finito”. L’ha proposta Teresa, @dario_m ci ha convinto alle fasce e ' +
        '@sofia_z ha chiesto i disegnini accanto ai nomi, che adesso sono la parte più bella. ' +
        'Non è dipinta: se sbagliamo, si cancella con la manica.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'dario_m',
      body:
        'Non scrivete le 10:12. Scrivete tra le 10 e le 10 e mezza e siete sempre in orario. ' +
        'Il pane non guarda l’orologio.',
      daysAgo: 430,
      useful: 10,
    },
    {
      author: 'beppe_ciclo',
      body:
        'Se so che la focaccia esce alle 11, parto alle 10 e un quarto e arrivo con la mia. Ve ' +
        'ne accorgerete.',
      daysAgo: 420,
      useful: 6,
    },
    {
      author: 'sofia_z',
      body:
        'Mettete un disegnino accanto al nome, per chi non legge bene l’italiano o non legge ' +
        'affatto. I miei genitori indicano sempre.',
      daysAgo: 299,
      useful: 8,
      replies: [
        {
          author: 'irene_forno',
          body: 'Fatto, e disegno male apposta così si ricordano.',
          daysAgo: 298,
          useful: 7,
        },
      ],
    },
    {
      author: 'gianni_p',
      body:
        'Alle 10:10 c’era scritto “tra le 10 e le 10:30” e la pagnotta è arrivata alle 10:29. ' +
        'Puntuale in ritardo, come me.',
      daysAgo: 270,
      useful: 5,
    },
  ],
}

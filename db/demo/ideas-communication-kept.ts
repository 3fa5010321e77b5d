import type { DemoIdea } from './story.ts'

export const communicationIdeasKept: DemoIdea[] = [
  {
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
        useful: 25,
      },
      {
        author: 'beppe_ciclo',
        body:
          'Se so che la focaccia esce alle 11, parto alle 10 e un quarto e arrivo con la mia. Ve ' +
          'ne accorgerete.',
        daysAgo: 420,
        useful: 9,
      },
      {
        author: 'sofia_z',
        body:
          'Mettete un disegnino accanto al nome, per chi non legge bene l’italiano o non legge ' +
          'affatto. I miei genitori indicano sempre.',
        daysAgo: 299,
        useful: 16,
        replies: [
          {
            author: 'irene_forno',
            body: 'Fatto, e disegno male apposta così si ricordano.',
            daysAgo: 298,
            useful: 14,
          },
        ],
      },
      {
        author: 'gianni_p',
        body:
          'Alle 10:10 c’era scritto “tra le 10 e le 10:30” e la pagnotta è arrivata alle 10:29. ' +
          'Puntuale in ritardo, come me.',
        daysAgo: 270,
        useful: 6,
      },
    ],
  },
  {
    title: 'A sheet at the counter with the allergens in English',
    body:
      'I asked for this in Italian in the shop and everyone nodded. Now I ask in writing: a ' +
      'laminated sheet, **in English and in Italian**, with the fourteen allergens and a yes or ' +
      'a no for each product.\n\n' +
      'I have eaten the wrong bread abroad and I spent the night on a bathroom floor. I would ' +
      'not wish it on the tourists who come here.',
    category: 'communication',
    tags: ['allergens', 'english', 'safety'],
    author: 'chiara_l',
    daysAgo: 247,
    votes: 142,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 219,
        by: 'marta_valdoro',
        note:
          'This idea has 142 votes, under the threshold, and we pick it anyway: it is about ' +
          'safety, and a vote count is not the right way to decide whether people can read an ' +
          'ingredient.',
        official: true,
      },
      {
        to: 'evaluating',
        daysAgo: 212,
        by: 'nadia_forno',
        note:
          'Chiara, we are checking every recipe line by line, including the ones we have known ' +
          'for thirty years, because “we know it” is not written anywhere.',
        official: true,
      },
      {
        to: 'planned',
        daysAgo: 196,
        by: 'marta_valdoro',
        note:
          'Yes. **Low cost, 1 to 2 months.** The list is ready and we found two mistakes in our ' +
          'own notes: they are corrected. It will be at every counter, on paper and behind a ' +
          'code on the shelf, and updated whenever a recipe changes.',
        official: true,
      },
      {
        to: 'in_progress',
        daysAgo: 178,
        by: 'irene_forno',
        note:
          'The sheets are at the printer. We asked @james_o and his evening class to read the ' +
          'English and they changed nine words out of ten, politely.',
        official: true,
      },
      {
        to: 'realised',
        daysAgo: 162,
        by: 'irene_forno',
        note:
          'The sheet is at every counter, laminated, in Italian and English, and behind the code ' +
          'on the shelf. Chiara proposed it, James’s class rewrote it, and @fatou_d asked for ' +
          'the symbols next to the names. Honest label: this is law, and we should have had it ' +
          'done already.',
        official: true,
      },
    ],
    comments: [
      {
        author: 'fatou_d',
        body:
          'Accanto ai nomi mettete i simboli, per favore: uno per allergene, sempre lo stesso. ' +
          'Così il foglio serve anche a chi non legge nessuna delle due lingue.',
        daysAgo: 230,
        useful: 16,
      },
      {
        author: 'james_o',
        body:
          'My class rewrote the English. “May contain traces” beat “can it be that it has”, by ' +
          'one vote.',
        daysAgo: 175,
        useful: 23,
      },
      {
        author: 'chiara_l',
        body:
          'I stood at the counter, read the sheet and bought something without asking anybody. ' +
          'It sounds like nothing.',
        daysAgo: 158,
        useful: 31,
      },
    ],
    locale: 'en',
  },
  {
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
        daysAgo: 99,
        by: 'tommaso_valdoro',
        note:
          'Samira, il nodo è la notte: se sappiamo alle 22 quanto pane serve, l’infornata cambia ' +
          'davvero e il pane buttato cala. Guardiamo i costi del servizio e come farlo senza ' +
          'obbligare nessuno a un’applicazione.',
        official: true,
      },
      {
        to: 'planned',
        daysAgo: 77,
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
        useful: 21,
        replies: [
          {
            author: 'samira_k',
            body: 'Si paga prima, sì. E se non passo, va nel cestino delle 18: me lo sono meritato.',
            daysAgo: 149,
            useful: 14,
          },
        ],
      },
      {
        author: 'franco_d',
        body: 'Per favore anche una telefonata. Il mio telefono fa le telefonate e basta.',
        daysAgo: 144,
        useful: 18,
        replies: [
          {
            author: 'tommaso_valdoro',
            body: 'Franco, il numero funziona anche con la voce. L’abbiamo messo apposta.',
            daysAgo: 76,
            useful: 20,
          },
        ],
      },
      {
        author: 'matteo_c',
        body:
          'Esco dal turno alle sei di sera: vale lo stesso, al contrario? Prenoto la mattina per ' +
          'la sera.',
        daysAgo: 130,
        useful: 7,
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
  },
]

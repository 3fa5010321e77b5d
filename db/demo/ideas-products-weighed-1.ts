import type { DemoIdea } from './story.ts'

export const productIdeasWeighed1: DemoIdea[] = [
  {
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
        daysAgo: 25,
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
        useful: 16,
        replies: [
          {
            author: 'renzo_b',
            body: 'L’alveolo è buono da guardarci dentro, ma non riempie.',
            daysAgo: 83,
            useful: 22,
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
        useful: 19,
      },
      {
        author: 'grace_a',
        body:
          'A casa mia il mais ha il nome della collina. Mi sembra strano il contrario, cioè un ' +
          'pane che non sa da dove viene.',
        daysAgo: 74,
        useful: 13,
      },
      {
        author: 'james_o',
        body: 'Votato per “Prato del Gobbo”. Chi era il gobbo?',
        daysAgo: 70,
        useful: 8,
        replies: [
          {
            author: 'renzo_b',
            body: 'Mio bisnonno. Raccoglieva dritto, camminava storto.',
            daysAgo: 69,
            useful: 34,
          },
        ],
      },
      {
        author: 'lucia_s',
        body:
          'Una richiesta: niente parola “antico” a caso in etichetta. Scrivete il nome della ' +
          'varietà e basta, così chi vuole controlla.',
        daysAgo: 60,
        useful: 10,
      },
      {
        author: 'tommaso_valdoro',
        body:
          'Prima prova sfornata stamattina. Impasto molle come diceva @dario_m, profumo che ha ' +
          'fermato il laboratorio. Adesso tocca ai conti, che profumano meno.',
        daysAgo: 20,
        useful: 26,
      },
      {
        author: 'youssef_e',
        body:
          'Al mercato scrivo sempre da che campo arrivano le zucche. La gente all’inizio ride, ' +
          'poi chiede.',
        daysAgo: 12,
        useful: 5,
      },
    ],
  },
  {
    title: 'Pizza al taglio il venerdì sera',
    body:
      'Il venerdì alle sei usciamo da allenamento e l’unica cosa aperta è il distributore ' +
      'automatico. Voi avete il forno già caldo (credo).\n\n' +
      'Pizza al taglio, **teglia alta**, due gusti e basta: rossa e bianca. Prezzo tondo, niente ' +
      'piatti. Finisce quando finisce.',
    category: 'products',
    tags: ['pizza', 'sera', 'ragazzi'],
    author: 'tobia_m',
    daysAgo: 77,
    votes: 251,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 4,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
    ],
    comments: [
      {
        author: 'amir_h',
        body:
          'Il venerdì smonto alle sei e un quarto. Se c’è la pizza bianca arrivo alle sei e ' +
          'diciassette.',
        daysAgo: 75,
        useful: 21,
      },
      {
        author: 'gianni_p',
        body: 'E il rumore? I ragazzi in piazza fino a tardi li abbiamo già.',
        daysAgo: 72,
        useful: 4,
        replies: [
          {
            author: 'tobia_m',
            body: 'Alle sette e mezza siamo a casa, abbiamo la corriera. Promesso.',
            daysAgo: 71,
            useful: 18,
            replies: [
              {
                author: 'gianni_p',
                body: 'Allora va bene. Ma la rossa me la lasciate una fetta.',
                daysAgo: 70,
                useful: 12,
              },
            ],
          },
        ],
      },
      {
        author: 'bianca_n',
        body:
          'Chiedete anche a chi lavora al banco: il venerdì sera dopo dieci ore in piedi non è ' +
          'uguale per tutti. Magari due persone a turno, pagate giuste.',
        daysAgo: 66,
        useful: 14,
        replies: [
          {
            author: 'nadia_forno',
            body:
              'Grazie Bianca, è la prima cosa che chiederemo. Se l’idea arriva in valutazione, ' +
              'la domanda sui turni sarà in cima.',
            daysAgo: 64,
            useful: 19,
          },
        ],
      },
      {
        author: 'ilaria_p',
        body:
          'Con due gusti fissi mio figlio sa già che cosa lo aspetta. Sembra poco, ma per noi è ' +
          'il motivo per andarci.',
        daysAgo: 50,
        useful: 7,
      },
      {
        author: 'matteo_c',
        body: '249, 250, 251. Ero io il 251, credo. Adesso rispondete con calma ma rispondete.',
        daysAgo: 3,
        useful: 9,
      },
    ],
  },
  {
    title: 'Un biscotto senza zucchero aggiunto che sappia di biscotto',
    body:
      'Non il solito dolcificante che lascia la bocca di moneta. Mela, datteri, farina ' +
      'integrale, e il burro che serve.\n\n' +
      'Ho il diabete da quando avevo tredici anni e di biscotti “per me” ne ho assaggiati tanti: ' +
      'nessuno lo darei a qualcuno a cui voglio bene. Mi offro per assaggiare tutte le prove, ' +
      'anche quelle brutte.',
    category: 'products',
    tags: ['biscotti', 'zucchero', 'diabete'],
    author: 'luca_f',
    daysAgo: 196,
    votes: 289,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 131,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
      {
        to: 'evaluating',
        daysAgo: 119,
        by: 'tommaso_valdoro',
        note:
          'Luca, accettiamo l’offerta: ti aspettiamo in laboratorio per gli assaggi. Facciamo ' +
          'sei prove con mela e datteri, una a settimana, e te le raccontiamo qui anche quando ' +
          'vengono male. Servono più dei soliti trenta giorni, te lo diciamo subito.',
        official: true,
      },
      {
        to: 'declined',
        daysAgo: 74,
        by: 'tommaso_valdoro',
        note:
          'Non ora, ed ecco perché. Con mela e datteri il sapore c’è: la quarta prova è piaciuta ' +
          'a tutti, anche a Luca. Ma la frutta porta acqua, e dopo cinque giorni il biscotto è ' +
          'molle; per tenerlo croccante servirebbe un confezionamento che oggi non abbiamo ' +
          '(**costo alto, tempi oltre l’anno**). E c’è un secondo motivo: i datteri sono ' +
          'zucchero anche loro, e non vogliamo un’etichetta che faccia abbassare la guardia a ' +
          'chi deve contarlo.\n\n' +
          'Che cosa può cambiare la decisione: una lavorazione che asciughi la mela senza ' +
          'aggiungere zucchero, oppure un biscotto da banco che si vende e si mangia in ' +
          'giornata. Su questa seconda strada, se Luca la ripropone, ripartiamo dalla quarta ' +
          'prova. Grazie Luca, e grazie a chi ha assaggiato anche la seconda.',
        reason: 'not_feasible',
        official: true,
      },
    ],
    comments: [
      {
        author: 'simona_u',
        body:
          'Da medico: “senza zuccheri aggiunti” non vuol dire senza zuccheri. Con i datteri la ' +
          'glicemia sale eccome. Mi va bene il biscotto, non mi va bene che sembri una medicina.',
        daysAgo: 190,
        useful: 30,
        replies: [
          {
            author: 'luca_f',
            body:
              'D’accordo su tutto. Io i datteri li conto, non li nascondo. Voglio solo che il ' +
              'conto finisca con un sapore buono.',
            daysAgo: 189,
            useful: 26,
          },
        ],
      },
      {
        author: 'giorgia_t',
        body:
          'Purea di mela cotta a lungo in forno basso, quasi caramellata. Perde acqua e tiene. ' +
          'Provate.',
        daysAgo: 186,
        useful: 11,
        replies: [
          {
            author: 'tommaso_valdoro',
            body: 'È diventata la prova numero quattro. La migliore finora, grazie Giorgia.',
            daysAgo: 116,
            useful: 18,
          },
        ],
      },
      {
        author: 'chen_w',
        body:
          'Una settimana sì e una no passo davanti al laboratorio e sento odore di mele. Ditemi ' +
          'che sta andando bene.',
        daysAgo: 105,
        useful: 9,
      },
      {
        author: 'luca_f',
        body:
          'Diario dell’assaggiatore. Prova uno: cartone. Prova due: cartone umido. Prova tre: ' +
          'quasi. Prova quattro: ho chiamato mia madre.',
        daysAgo: 98,
        useful: 40,
      },
      {
        author: 'anna_r',
        body:
          'Mi dispiace per il no, ma è la prima volta che un no mi spiega che cosa è successo ' +
          'dentro.',
        daysAgo: 73,
        useful: 15,
      },
      {
        author: 'luca_f',
        body:
          'Sono deluso e lo dico. Però ero lì alla quinta giornata e il biscotto era una spugna, ' +
          'quindi so che è vero. Ci riprovo con il biscotto da banco, quello che si finisce ' +
          'prima di sera.',
        daysAgo: 72,
        useful: 38,
        replies: [
          {
            author: 'marta_valdoro',
            body:
              'Luca, il banco di assaggio resta tuo. Quando scrivi la nuova idea mettici il ' +
              'collegamento a questa: chi ha votato qui riceve un avviso solo se ha scelto di ' +
              'seguirti.',
            daysAgo: 71,
            useful: 24,
          },
        ],
      },
      {
        author: 'dario_m',
        body:
          'Io ci ho rinunciato tre anni fa per lo stesso motivo. L’acqua vince sempre. Se ' +
          'trovate come, veniamo in pellegrinaggio.',
        daysAgo: 65,
        useful: 8,
      },
    ],
  },
]

import type { DemoIdea } from '../../story.ts'

export const biscottoSenza: DemoIdea = {
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
      daysAgo: 96,
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
      useful: 12,
      replies: [
        {
          author: 'luca_f',
          body:
            'D’accordo su tutto. Io i datteri li conto, non li nascondo. Voglio solo che il ' +
            'conto finisca con un sapore buono.',
          daysAgo: 189,
          useful: 11,
        },
      ],
    },
    {
      author: 'giorgia_t',
      body:
        'Purea di mela cotta a lungo in forno basso, quasi caramellata. Perde acqua e tiene. ' +
        'Provate.',
      daysAgo: 186,
      useful: 6,
      replies: [
        {
          author: 'tommaso_valdoro',
          body: 'È diventata la prova numero quattro. La migliore finora, grazie Giorgia.',
          daysAgo: 116,
          useful: 8,
        },
      ],
    },
    {
      author: 'chen_w',
      body:
        'Una settimana sì e una no passo davanti al laboratorio e sento odore di mele. Ditemi ' +
        'che sta andando bene.',
      daysAgo: 105,
      useful: 6,
    },
    {
      author: 'luca_f',
      body:
        'Diario dell’assaggiatore. Prova uno: cartone. Prova due: cartone umido. Prova tre: ' +
        'quasi. Prova quattro: ho chiamato mia madre.',
      daysAgo: 98,
      useful: 15,
    },
    {
      author: 'anna_r',
      body:
        'Mi dispiace per il no, ma è la prima volta che un no mi spiega che cosa è successo ' +
        'dentro.',
      daysAgo: 73,
      useful: 7,
    },
    {
      author: 'luca_f',
      body:
        'Sono deluso e lo dico. Però ero lì alla quinta giornata e il biscotto era una spugna, ' +
        'quindi so che è vero. Ci riprovo con il biscotto da banco, quello che si finisce ' +
        'prima di sera.',
      daysAgo: 72,
      useful: 14,
      replies: [
        {
          author: 'marta_valdoro',
          body:
            'Luca, il banco di assaggio resta tuo. Quando scrivi la nuova idea mettici il ' +
            'collegamento a questa: chi ha votato qui riceve un avviso solo se ha scelto di ' +
            'seguirti.',
          daysAgo: 71,
          useful: 10,
        },
      ],
    },
    {
      author: 'dario_m',
      body:
        'Io ci ho rinunciato tre anni fa per lo stesso motivo. L’acqua vince sempre. Se ' +
        'trovate come, veniamo in pellegrinaggio.',
      daysAgo: 65,
      useful: 5,
    },
  ],
}

import type { DemoIdea } from '../../story.ts'

export const laboratorioSeparato: DemoIdea = {
  title: 'Un laboratorio separato per il pane senza glutine',
  body:
    'Non chiedo un prodotto industriale da scaffale, quelli li trovo. Chiedo il pane **del ' +
    'forno**: appena fatto, con la crosta, da comprare dove lo compra mio marito.\n\n' +
    'So che in mezzo alla farina non si può. Quindi chiedo una stanza separata, anche piccola, ' +
    'anche un giorno alla settimana.',
  category: 'products',
  tags: ['glutine', 'celiachia', 'pane'],
  author: 'chiara_l',
  daysAgo: 468,
  votes: 327,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 402,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 391,
      by: 'tommaso_valdoro',
      note:
        'Chiara, la tua è la domanda più seria arrivata finora. Chiediamo un parere a chi ' +
        'certifica i laboratori e un preventivo per la stanza dietro il magazzino di Borgo ' +
        'Rovera. Ti rispondiamo con quello che ci dicono, anche se non ci piace.',
      official: true,
    },
    {
      to: 'declined',
      daysAgo: 352,
      by: 'marta_valdoro',
      note:
        'Chiara, la risposta è no per adesso, e ci abbiamo messo 39 giorni invece di 30: ci ' +
        'scusiamo. La stanza dietro il magazzino condivide l’aria con il laboratorio, e la ' +
        'farina sta in sospensione per ore. Per lavorare in sicurezza servono ingresso, aria, ' +
        'impastatrice e personale separati. **Costo alto, tempi da 18 a 24 mesi**, oltre ' +
        'quello che possiamo investire oggi.\n\n' +
        'Non vogliamo un “quasi senza glutine”: per te non esiste, e non esiste neanche per ' +
        'noi. Che cosa può cambiare la decisione: un locale indipendente, oppure un accordo ' +
        'con un laboratorio già certificato della zona. Ne stiamo parlando con uno. Se si ' +
        'arriva a qualcosa, riapriamo l’idea e lo scriviamo qui, con il tuo nome sopra.',
      reason: 'too_costly',
      official: true,
    },
  ],
  comments: [
    {
      author: 'ioana_p',
      body:
        'In mensa abbiamo due cucine per questo motivo, e due pentolini non bastano. Chi dice ' +
        '“basta pulire bene” non ha mai visto la farina con il sole di traverso.',
      daysAgo: 460,
      useful: 10,
      replies: [
        {
          author: 'chiara_l',
          body: 'Grazie Ioana. È esattamente il sole di traverso che vorrei spiegare a mio cognato.',
          daysAgo: 459,
          useful: 8,
        },
      ],
    },
    {
      author: 'gianni_p',
      body: 'Ma il pane senza glutine che ho assaggiato io era una tristezza. Perché spendere tanto?',
      daysAgo: 455,
      useful: 3,
      replies: [
        {
          author: 'chiara_l',
          body: 'Per quello, Gianni. Perché è una tristezza e lo mangio da sedici anni.',
          daysAgo: 454,
          useful: 13,
        },
      ],
    },
    {
      author: 'dario_m',
      body:
        'Ho fatto fare il preventivo anch’io: si parte da sei cifre. Sono con Chiara, ma non ' +
        'me la sento di dare torto a loro se dicono no.',
      daysAgo: 440,
      useful: 7,
    },
    {
      author: 'fatou_d',
      body:
        'E se più forni si mettessero insieme per un solo laboratorio certificato? Ognuno ci ' +
        'mette un giorno e la sua ricetta.',
      daysAgo: 420,
      useful: 5,
      replies: [
        {
          author: 'marta_valdoro',
          body:
            'Fatou, è la strada che stiamo esplorando. Da soli non ce la facciamo, in quattro ' +
            'o cinque forse sì.',
          daysAgo: 351,
          useful: 12,
        },
      ],
    },
    {
      author: 'chiara_l',
      body: 'Preferisco un no pulito a un sì con le briciole. Aspetto notizie dell’accordo.',
      daysAgo: 350,
      useful: 12,
    },
  ],
}

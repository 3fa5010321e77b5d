import type { DemoIdea } from '../../story.ts'

export const paneGiorno: DemoIdea = {
  title: 'Pane del giorno prima a metà prezzo dopo le 18',
  body:
    'Il pane di ieri è ancora buonissimo tostato. Un cestino all’ingresso, un cartello ' +
    'gentile, e la sera non resta niente.\n\n' +
    'Lavoro di notte in ospedale e passo da voi quando state chiudendo. Vedo i sacchi. So che ' +
    'una parte va a chi ne ha bisogno, ma non tutto. **Metà prezzo dopo le 18**, senza ' +
    'vergogna per chi lo prende: il cestino deve stare dove si passa, non nell’angolo.',
  category: 'commitment',
  tags: ['avanzi', 'prezzo', 'spreco'],
  author: 'samira_k',
  daysAgo: 724,
  votes: 402,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 688,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 679,
      by: 'marta_valdoro',
      note:
        'Samira, è la prima idea che arriva in fondo al voto e la prendiamo molto sul serio. ' +
        'Le nostre domande: il cestino toglie pane alla Casa del Ponte, che lo ritira la sera? ' +
        'E chi compra la mattina si sente preso in giro? Prima di rispondere andiamo a parlare ' +
        'con chi ritira.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 655,
      by: 'marta_valdoro',
      note:
        'Si fa, e l’ordine cambia grazie a @fatou_d: **prima il giro della Casa del Ponte, poi ' +
        'il cestino**. Chi ritira sceglie fino alle 17:45, quello che resta va a metà prezzo ' +
        'dalle 18. Costo basso, tempi da 1 a 3 mesi. Il prossimo passo è una prova di quattro ' +
        'settimane in un negozio solo.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 632,
      by: 'tommaso_valdoro',
      note:
        'La prova è partita a Ponte Vereno. Segniamo ogni sera quanto pane finisce nel ' +
        'cestino, quanto se ne vende e quanto ne resta. Al termine pubblichiamo i tre numeri ' +
        'così come sono.',
      official: true,
    },
    {
      to: 'realised',
      daysAgo: 588,
      by: 'irene_forno',
      note:
        '**Il cestino delle 18 è in tutti e quattro i negozi, ogni sera.** Lo trovi ' +
        'all’ingresso, non nell’angolo, con il pane e i lievitati del giorno prima.\n\n' +
        '**Chi l’ha proposto.** Samira K., infermiera, che passava a fine giornata e vedeva i ' +
        'sacchi. L’hanno sostenuta 402 persone.\n\n' +
        '**Che cosa è cambiato grazie ai commenti.** @fatou_d ha chiesto che venisse prima il ' +
        'ritiro della Casa del Ponte: adesso è una regola scritta. @bianca_n ha detto di non ' +
        'chiamarlo “avanzo”: sul cartello c’è scritto “pane di ieri, buono anche oggi”. ' +
        '@teresa_c ha proposto le ricette, e nel sacchetto trovi un cartoncino che cambia ogni ' +
        'mese. @gianni_p temeva che nessuno comprasse più il pane fresco: nelle quattro ' +
        'settimane di prova il fresco non è calato.\n\n' +
        '**Che cosa abbiamo imparato.** Durante la prova il pane buttato a Ponte Vereno è ' +
        'sceso da circa nove chili a meno di due per sera. I due che restano vanno a un ' +
        'allevamento della valle.\n\n' +
        '**Etichetta onesta:** nata qui. Da soli non ci avevamo pensato, e ci passavamo ' +
        'davanti tutte le sere.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'fatou_d',
      body:
        'Attenzione a una cosa: la sera passa già la Casa del Ponte, e il pane arriva anche al ' +
        'nostro centro. Prima il loro giro, poi il cestino. Altrimenti lo sconto lo paga chi ' +
        'non può pagare.',
      daysAgo: 718,
      useful: 12,
      replies: [
        {
          author: 'samira_k',
          body: 'Hai ragione, l’ordine cambia tutto. Lo metto come condizione.',
          daysAgo: 717,
          useful: 9,
        },
        {
          author: 'fatou_d',
          body:
            'Torno per dirlo: con la regola delle 17:45 non è mai mancato niente. Grazie per ' +
            'averla tenuta.',
          daysAgo: 540,
          useful: 9,
        },
      ],
    },
    {
      author: 'bianca_n',
      body:
        'Non scrivete “avanzo”. Per trentadue anni ho visto la faccia di chi chiedeva il pane ' +
        'di ieri. Scrivete “pane di ieri, buono anche oggi” e mettetelo dove passano tutti.',
      daysAgo: 716,
      useful: 14,
      replies: [
        {
          author: 'samira_k',
          body: 'Grazie Bianca. Era quello che intendevo e non avevo le parole.',
          daysAgo: 715,
          useful: 11,
        },
      ],
    },
    {
      author: 'teresa_c',
      body:
        'Con il pane di ieri ci sono almeno quaranta ricette nei nostri ricettari, da queste ' +
        'parti. Un cartoncino al mese nel sacchetto e siete a posto per tre anni.',
      daysAgo: 714,
      useful: 12,
    },
    {
      author: 'gianni_p',
      body: 'Se dopo le 18 costa la metà, alle 17 non compra più nessuno. Chiudete in un anno.',
      daysAgo: 670,
      useful: 4,
      replies: [
        {
          author: 'paolo_g',
          body:
            'Dipende. Chi compra alle 17 vuole il pane di oggi, chi aspetta le 18 prende ' +
            'quello di ieri. Sono due prodotti diversi. Fate una prova e misurate.',
          daysAgo: 669,
          useful: 8,
          replies: [
            {
              author: 'gianni_p',
              body:
                'Torno dopo la prova: mi sbagliavo. E il pane di ieri lo compro anch’io, per ' +
                'il pancotto.',
              daysAgo: 583,
              useful: 14,
            },
          ],
        },
      ],
    },
    {
      author: 'chiara_l',
      body: 'Anche se non lo posso mangiare, ho votato. Certe cose si votano perché sono giuste.',
      daysAgo: 652,
      useful: 5,
    },
    {
      author: 'james_o',
      body:
        'I told my class about the basket and they wrote the sign in English as homework. It ' +
        'says “Yesterday’s bread, still good company”. Yours if you want it.',
      daysAgo: 600,
      useful: 6,
      replies: [
        {
          author: 'irene_forno',
          body:
            'We want it. It now hangs in the Rocca Lumera shop, with the name of the class ' +
            'under it.',
          daysAgo: 587,
          useful: 9,
        },
      ],
    },
    {
      author: 'samira_k',
      body:
        'Stanotte in reparto abbiamo fatto le bruschette alle quattro, con il pane del ' +
        'cestino. Una collega ha detto “ma questo è quello tuo”. Non ho mai fatto niente di ' +
        'mio che si potesse mangiare.',
      daysAgo: 580,
      useful: 15,
    },
    {
      author: 'dario_m',
      body:
        'Dall’altra valle: l’abbiamo copiata, con il permesso e con il vostro cartello. ' +
        'Funziona anche qui.',
      daysAgo: 500,
      useful: 10,
    },
  ],
}

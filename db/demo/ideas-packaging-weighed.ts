import type { DemoIdea } from './story.ts'

export const packagingIdeasWeighed: DemoIdea[] = [
  {
    title: 'Una scatola di latta da riempire in negozio',
    body:
      'Porto la mia scatola, il fornaio la riempie di fette biscottate sfuse e pago meno. A casa ' +
      'restano croccanti e non butto plastica ogni settimana.\n\n' +
      'La scatola vorrei comprarla **una volta sola**: robusta, con il coperchio che chiude ' +
      'bene, bella da tenere sul tavolo. Mia nonna ne aveva una con i papaveri, è ancora in ' +
      'cantina e chiude ancora.\n\n' +
      '- si pesa vuota alla cassa e la tara resta scritta sotto\n' +
      '- va bene anche una scatola portata da casa\n' +
      '- prezzo al chilo scritto grande, accanto a quello della confezione',
    category: 'packaging',
    tags: ['latta', 'sfuso', 'riuso'],
    author: 'giulia_b',
    daysAgo: 48,
    votes: 430,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 31,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
      {
        to: 'evaluating',
        daysAgo: 17,
        by: 'marta_valdoro',
        note:
          'Giulia, la tua scatola è l’idea più votata da quando abbiamo aperto la bacheca, e si ' +
          'sente. Che cosa stiamo guardando:\n\n' +
          '- **igiene**: come si riempie un contenitore portato da casa senza rischi per chi ' +
          'viene dopo\n' +
          '- **la scatola nostra**: due preventivi, uno con banda riciclata\n' +
          '- **il prezzo**: quanto scende davvero senza confezione\n\n' +
          'Costi e tempi li pubblichiamo per fasce quando abbiamo finito, entro i trenta giorni. ' +
          'Oggi non sappiamo ancora se sarà sì, no o sì a metà, ma il perché lo trovi qui.',
        official: true,
      },
    ],
    comments: [
      {
        author: 'lucia_s',
        body:
          'Conto veloce: la nostra famiglia finisce una confezione di fette a settimana, sono 52 ' +
          'film di plastica l’anno che nel mio comune vanno nell’indifferenziato. Una latta dura ' +
          'trent’anni.',
        daysAgo: 47,
        useful: 38,
        replies: [
          {
            author: 'giulia_b',
            body: 'Nel mio caso settanta, se contiamo quella dei papaveri.',
            daysAgo: 46,
            useful: 21,
          },
        ],
      },
      {
        author: 'dario_m',
        body:
          'Le fette sfuse prendono umidità in mezza giornata. Serve un contenitore a chiusura ' +
          'vera anche al banco, non la cesta. Altrimenti compri fette molli in una scatola ' +
          'bellissima.',
        daysAgo: 46,
        useful: 17,
        replies: [
          {
            author: 'tommaso_valdoro',
            body:
              'Giusto, Dario. Proviamo un dispensatore chiuso, da riempire due volte al giorno. ' +
              'Se dopo sei ore suonano ancora, andiamo avanti.',
            daysAgo: 15,
            useful: 25,
            replies: [
              {
                author: 'giulia_b',
                body: '“Se suonano ancora” lo voglio sul cartello.',
                daysAgo: 14,
                useful: 12,
              },
            ],
          },
        ],
      },
      {
        author: 'chiara_l',
        body:
          'Sfuso e allergie sono un tema serio. Chiedo che la paletta sia una per prodotto e che ' +
          'chi non può rischiare trovi sempre **anche** la confezione chiusa.',
        daysAgo: 45,
        useful: 29,
        replies: [
          {
            author: 'giulia_b',
            body: 'Sì, assolutamente. La confezione deve restare, la scatola è una scelta in più.',
            daysAgo: 44,
            useful: 26,
          },
        ],
      },
      {
        author: 'bianca_n',
        body:
          'Da ex banco: la tara. Se ognuno arriva con la sua, la fila si ferma. Un bollino sotto ' +
          'con il peso, fatto una volta, e si va via lisci.',
        daysAgo: 43,
        useful: 22,
      },
      {
        author: 'paolo_g',
        body:
          'Quanto meno? Se lo sconto è di dieci centesimi, lo facciamo per virtù. Se è di un ' +
          'euro, lo facciamo in tanti.',
        daysAgo: 41,
        useful: 15,
      },
      {
        author: 'elena_v',
        body:
          'Per favore non mettete il logo gigante sul coperchio. Le latte si tengono quando ' +
          'sembrano di casa, non quando sembrano una pubblicità.',
        daysAgo: 40,
        useful: 18,
        replies: [
          {
            author: 'lea_d',
            body:
              'E se il coperchio fosse uguale per tutti e il disegno sotto lo facesse ognuno a ' +
              'modo suo?',
            daysAgo: 39,
            useful: 20,
          },
        ],
      },
      {
        author: 'gianni_p',
        body:
          'Mia moglie ha già tre scatole di latta piene di bottoni. Adesso ne arriva una quarta, ' +
          'lo so.',
        daysAgo: 37,
        useful: 11,
      },
      {
        author: 'maddalena_uk',
        body:
          'Da Bristol voto anche se non posso riempirla ogni settimana. La riempio due volte ' +
          'l’anno, però tutta.',
        daysAgo: 30,
        useful: 10,
      },
      {
        author: 'svetlana_o',
        body:
          'Il coperchio deve aprirsi anche con le mani deboli. La signora di 91 anni chiede una ' +
          'linguetta, e io mi associo.',
        daysAgo: 22,
        useful: 14,
      },
    ],
  },
  {
    title: 'Fette biscottate in mazzetti da due, avvolte nella carta',
    body:
      'Due fette, un giro di carta oleata, un timbro. Per chi fa colazione in ufficio, per la ' +
      'borsa dei bambini, per il bar.\n\n' +
      'Non la bustina di plastica dell’albergo. Un **mazzetto**, come quello dei grissini in ' +
      'trattoria, che si apre senza forbici.',
    category: 'packaging',
    tags: ['porzioni', 'carta', 'colazione'],
    author: 'omar_b',
    daysAgo: 69,
    votes: 262,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 11,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
    ],
    comments: [
      {
        author: 'lucia_s',
        body:
          'Monodose e sostenibile di solito non stanno nella stessa frase. Se la carta è carta e ' +
          'basta, però, mi tolgo il cappello.',
        daysAgo: 67,
        useful: 13,
        replies: [
          {
            author: 'omar_b',
            body: 'Carta e basta. Senza colla, solo piegata. @elena_v si può?',
            daysAgo: 66,
            useful: 10,
            replies: [
              {
                author: 'elena_v',
                body:
                  'Si può. Piega a busta, come le caramelle di una volta. A macchina è ' +
                  'complicato, a mano è lenta: bisogna trovare una via di mezzo.',
                daysAgo: 65,
                useful: 15,
              },
            ],
          },
        ],
      },
      {
        author: 'matteo_c',
        body:
          'In turno sarebbe perfetto. Le fette intere in tasca diventano pangrattato alle ' +
          'quattro del mattino.',
        daysAgo: 60,
        useful: 7,
      },
      {
        author: 'giulia_b',
        body:
          'Da quella della scatola di latta: non siamo in concorrenza. A casa latta, in borsa ' +
          'mazzetto.',
        daysAgo: 52,
        useful: 9,
      },
      {
        author: 'ioana_p',
        body:
          'Per le mense sarebbe comodo, ma a noi serve la data su ogni pezzo. Tenetene conto se ' +
          'pensate alle scuole.',
        daysAgo: 30,
        useful: 5,
      },
    ],
  },
  {
    title: 'Vuoto a rendere per i vasetti di crema e confettura',
    body:
      'Ho undici vasetti vostri lavati in fila sul davanzale. Sono belli, sono di vetro buono, e ' +
      'non so dove metterli.\n\n' +
      'Riportateli in circolo: venti centesimi indietro, un cesto alla cassa, si lavano, si ' +
      'riempiono.',
    category: 'packaging',
    tags: ['vetro', 'riuso', 'vasetti'],
    author: 'grace_a',
    daysAgo: 232,
    votes: 276,
    moves: [
      {
        to: 'shortlisted',
        daysAgo: 187,
        by: 'system',
        note: 'Ha superato 250 voti: passa tra le idee da valutare.',
      },
      {
        to: 'evaluating',
        daysAgo: 176,
        by: 'tommaso_valdoro',
        note:
          'Grace, undici vasetti ci fanno piacere e ci fanno pensare. Guardiamo il lavaggio, la ' +
          'rottura e il trasporto. Ci serve il parere di chi controlla i laboratori alimentari.',
        official: true,
      },
      {
        to: 'planned',
        daysAgo: 149,
        by: 'tommaso_valdoro',
        note:
          'Proviamo a farlo: costo medio, tempi da 6 a 9 mesi, a patto di trovare chi lava e ' +
          'sterilizza i vasetti per noi. Il prossimo passo è una prova con il lavaggio di ' +
          'Brescia, poi ti aggiorniamo.',
        official: true,
      },
      {
        to: 'declined',
        daysAgo: 63,
        by: 'marta_valdoro',
        note:
          'Dobbiamo tornare indietro, Grace, e ci dispiace perché ti avevamo scritto che ' +
          'l’avremmo fatto. Il lavaggio di Brescia non può certificare i vasetti con la nostra ' +
          'capsula: il filetto del vetro si segna e la chiusura sottovuoto non è più garantita. ' +
          'Con le regole sulle conserve non possiamo riempirli di nuovo, e non vogliamo ' +
          'aggirarle.\n\n' +
          'Che cosa può cambiare la decisione: un vasetto diverso, nato per essere riusato, con ' +
          'capsula nuova a ogni giro. Ne stiamo chiedendo il prezzo: oggi siamo in una fascia di ' +
          '**costo alto, tempi da 12 a 18 mesi**. Nel frattempo i vasetti puliti li accettiamo ' +
          'in negozio e li diamo alla mensa e alla cooperativa, che li usano per il secco. Il ' +
          'cesto alla cassa, quello, resta per merito tuo.',
        reason: 'legal',
        official: true,
      },
    ],
    comments: [
      {
        author: 'lucia_s',
        body: 'Il vuoto a rendere funziona se chi lava è vicino. Altrimenti si fa viaggiare aria.',
        daysAgo: 225,
        useful: 18,
      },
      {
        author: 'dario_m',
        body: 'Il problema è la capsula, vedrete. Il vetro perdona, il tappo no.',
        daysAgo: 220,
        useful: 12,
        replies: [
          {
            author: 'grace_a',
            body:
              'You saw it coming five months before everyone. I hope you are wrong about ' +
              'something soon.',
            daysAgo: 62,
            useful: 21,
          },
        ],
      },
      {
        author: 'grace_a',
        body:
          'Thank you for saying it plainly, and for keeping the basket. My windowsill has eleven ' +
          'fewer jars and a basil plant.',
        daysAgo: 60,
        useful: 33,
      },
      {
        author: 'rosa_i',
        body:
          'In cooperativa li usiamo per bottoni e cerniere. Undici sono arrivati con un ' +
          'biglietto in inglese, ora capisco.',
        daysAgo: 58,
        useful: 11,
      },
      {
        author: 'paolo_g',
        body: 'Un sì che diventa no, spiegato così, mi dà più fiducia di dieci sì senza notizie.',
        daysAgo: 55,
        useful: 7,
      },
    ],
  },
]

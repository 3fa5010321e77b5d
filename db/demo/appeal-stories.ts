import type { ReasonCode } from './story.ts'

type No = { reason: ReasonCode; couldChange: string }
/** What happens after a no, and by whom. */
export type AfterNo = { daysAgo: number } & (
  | ({ does: 'refuse'; by: string; note: string } & No)
  | { does: 'appeal'; body: string }
  | { does: 'resubmit'; text: { title?: string; body: string; tags?: string[] }; message: string }
  | ({ does: 'turn-down'; by: string; answer: string; note?: string } & No)
  | { does: 'upheld' | 'overturned'; by: string; answer: string; note?: string }
)

export const appealStories: { idea: string; author: string; acts: AfterNo[] }[] = [
  {
    idea: 'La spongada tutto l’anno, non solo a Pasqua',
    author: 'caterina_f',
    acts: [
      {
        does: 'refuse',
        daysAgo: 92,
        by: 'tommaso_valdoro',
        note:
          'Caterina, la spongada per noi è la settimana di Pasqua: il banco la aspetta e la gente ' +
          'pure. Tutto l’anno ci sembra di togliere qualcosa, non di aggiungerlo.',
        reason: 'off_brand',
        couldChange: 'Un’altra festa a cui appartiene davvero.',
      },
      {
        does: 'appeal',
        daysAgo: 89,
        body:
          'A Breno la spongada si fa anche per i matrimoni, a settembre: mia nonna ne infornava ' +
          'quaranta alla volta e ho ancora il quaderno con le date. Non chiedo tutto l’anno per ' +
          'forza. Chiedo di rileggerla pensando a settembre.',
      },
      {
        does: 'overturned',
        daysAgo: 82,
        by: 'marta_valdoro',
        answer:
          'Caterina, ho letto il quaderno che ci hai portato: la prima data è 12 settembre 1958. ' +
          'Avevamo torto noi. La tua idea torna al voto, e in laboratorio si parla già di settembre.',
        note:
          'Caterina ha chiesto di rileggere la decisione, e l’ha riletta Marta. La spongada si faceva ' +
          'anche per i matrimoni di settembre: l’idea torna al voto, con questo in più da sapere.',
      },
    ],
  },
  {
    idea: 'Bollini e peluche a forma di pagnotta',
    author: 'gianni_p',
    acts: [
      {
        does: 'appeal',
        daysAgo: 244,
        body:
          'I peluche del supermercato li prendono tutti e nessuno si è mai fatto male. Secondo me il ' +
          'conto è facile: trenta bollini, trenta volte che uno torna. Pensateci bene.',
      },
      {
        does: 'upheld',
        daysAgo: 237,
        by: 'tommaso_valdoro',
        answer:
          'Gianni, ho rifatto il conto da capo, senza guardare quello di Marta. Torna come dici tu: la ' +
          'gente verrebbe. Ma verrebbe per i bollini, e il pane che avanza lo sappiamo noi quanto è. ' +
          'La decisione resta. La pagnotta di stoffa fatta con i sacchi, invece, la porto io in ' +
          'riunione se la proponi.',
      },
    ],
  },
  {
    idea: 'Un biscotto senza zucchero aggiunto che sappia di biscotto',
    author: 'luca_f',
    acts: [
      {
        does: 'resubmit',
        daysAgo: 21,
        text: {
          body:
            'Non il solito dolcificante che lascia la bocca di moneta. Mela, datteri, farina ' +
            'integrale, e il burro che serve.\n\n' +
            'Se dopo cinque giorni è molle, facciamolo durare tre: sacchetti piccoli, cotti il giovedì, ' +
            'venduti fino alla domenica. Mi offro ancora per assaggiare tutte le prove.',
          tags: ['biscotti', 'zucchero', 'diabete', 'weekend'],
        },
        message:
          'Ho tolto l’idea del pacco da dispensa: tre giorni e basta. Così la confezione speciale non ' +
          'serve.',
      },
      {
        does: 'turn-down',
        daysAgo: 9,
        by: 'tommaso_valdoro',
        answer:
          'Luca, i tre giorni risolvono il molle, e ti ringrazio. Resta il giovedì: il forno piccolo è ' +
          'pieno dalle due alle sei con il pane senza sale, e un’altra infornata oggi non ci sta.',
        reason: 'not_feasible',
        couldChange:
          'Un altro giorno, oppure la mattina presto: il lunedì il forno piccolo riposa.',
      },
      {
        does: 'appeal',
        daysAgo: 3,
        body:
          'Il lunedì va benissimo, l’avete scritto voi nella risposta. Allora perché è un no? Chi ' +
          'rilegge, per favore, guardi solo questo: tre giorni, il lunedì, il forno che riposa.',
      },
    ],
  },
  {
    idea: 'Vuoto a rendere per i vasetti di crema e confettura',
    author: 'grace_a',
    acts: [
      {
        does: 'resubmit',
        daysAgo: 2,
        text: {
          title: 'Vasetti vuoti indietro, per il miele e le spezie sfuse',
          body:
            'Ho undici vasetti vostri lavati in fila sul davanzale. Sono belli, sono di vetro buono, e ' +
            'non so dove metterli.\n\n' +
            'Se per le conserve non si può, riportateli in circolo per quello che non ha bisogno del ' +
            'sottovuoto: il miele sfuso, le spezie, lo zucchero di canna. Venti centesimi indietro e un ' +
            'cesto alla cassa.',
          tags: ['vetro', 'riuso', 'sfuso'],
        },
        message:
          'La capsula non serve più: niente di quello che ho scritto va sotto vuoto. Ho chiesto anche ' +
          'a Priya, che il miele sfuso lo prende già così.',
      },
    ],
  },
]

import type { DemoIdea } from './story.ts'

export const communicationIdeasOpen: DemoIdea[] = [
  {
    title: 'Dieci minuti di suoni dal laboratorio, alle quattro',
    body:
      'Registrate dieci minuti in laboratorio alle quattro del mattino e metteteli dove si può ' +
      'ascoltare. Niente voce, niente musica: l’impastatrice, la porta del forno, qualcuno che ' +
      'fischia.\n\n' +
      'Ci si addormenta benissimo. Chi fa i turni, dall’altra parte della notte, si sentirebbe ' +
      'in compagnia.',
    category: 'communication',
    tags: ['audio', 'laboratorio', 'notte'],
    author: 'teresa_c',
    daysAgo: 33,
    votes: 42,
    moves: [],
    comments: [
      {
        author: 'matteo_c',
        body: 'Sono le quattro e sono in pausa. Se ci fosse, lo metterei adesso.',
        daysAgo: 32,
        useful: 13,
      },
      {
        author: 'alberto_z',
        body: 'Porto un registratore buono e due microfoni. Mi metto in un angolo e non respiro.',
        daysAgo: 30,
        useful: 9,
      },
      {
        author: 'dario_m',
        body: 'Vi avverto che qualcuno in laboratorio canta, e non sempre bene.',
        daysAgo: 28,
        useful: 6,
        replies: [
          {
            author: 'tommaso_valdoro',
            body: 'Dario, quello sono io.',
            daysAgo: 20,
            useful: 15,
          },
        ],
      },
    ],
  },
  {
    title: 'Una ricetta degli avanzi dietro allo scontrino',
    body:
      'Lo scontrino ha una faccia vuota, anche due. **Tre righe**: pane di ieri, un uovo, quello ' +
      'che hai. Una ricetta diversa al mese.\n\n' +
      '- canederli\n' +
      '- pancotto\n' +
      '- torta di pane e mele\n\n' +
      'Mio figlio raccoglie gli scontrini, quindi in casa mia avremmo già un ricettario.',
    category: 'communication',
    tags: ['ricette', 'avanzi', 'scontrino'],
    author: 'giulia_b',
    daysAgo: 65,
    votes: 138,
    moves: [],
    comments: [
      {
        author: 'nonna_piera',
        body:
          'Nel pancotto un filo d’olio crudo alla fine, che si senta. Scrivetelo, se no non è ' +
          'pancotto.',
        daysAgo: 63,
        useful: 25,
      },
      {
        author: 'teresa_c',
        body:
          'Ho quaranta ricette pronte, tutte con il nome di chi le ha raccontate. Basterebbero ' +
          'fino alla pensione della stampante.',
        daysAgo: 60,
        useful: 14,
      },
      {
        author: 'lucia_s',
        body:
          'La carta degli scontrini spesso non si ricicla. Meglio un cartoncino nel sacchetto, o ' +
          'lo scontrino digitale per chi lo vuole.',
        daysAgo: 51,
        useful: 9,
        replies: [
          {
            author: 'giulia_b',
            body:
              'Vero, me l’ero persa. Allora cartoncino, come quello del cestino delle 18. E lo ' +
              'scontrino più corto che si può.',
            daysAgo: 50,
            useful: 11,
          },
        ],
      },
      {
        author: 'omar_b',
        body: 'La torta di pane e mele al bar la vendo come “dolce della casa”. Adesso lo sapete.',
        daysAgo: 40,
        useful: 3,
      },
    ],
  },
  {
    title: 'Il nome dei pani anche in dialetto',
    body:
      'Nei cartellini c’è scritto “pane comune”. Mio padre diceva *el pà de töcc i dé*, e gli ' +
      'altri li chiamava per nome, come i cani di casa.\n\n' +
      'Aggiungete una riga in dialetto, scritta bene. Ci aiuto io e ci aiuta chi lo parla ' +
      'ancora, finché c’è.',
    category: 'communication',
    tags: ['dialetto', 'cartellini', 'memoria'],
    author: 'alberto_z',
    daysAgo: 82,
    votes: 109,
    moves: [],
    comments: [
      {
        author: 'james_o',
        body:
          'Sto imparando il dialetto al vostro banco. Se lo scrivete, smetto di inventare le ' +
          'doppie.',
        daysAgo: 80,
        useful: 12,
      },
      {
        author: 'youssef_e',
        body:
          'Le mie figlie in dialetto sanno dire tre cose, tutte da gridare al mercato. Un pane ' +
          'in più farebbe quattro.',
        daysAgo: 78,
        useful: 16,
      },
      {
        author: 'gianni_p',
        body:
          'Attenzione che a Ponte Vereno si dice in un modo e a Rocca Lumera in un altro. Qui si ' +
          'litiga.',
        daysAgo: 76,
        useful: 14,
        replies: [
          {
            author: 'alberto_z',
            body:
              'Allora mettiamo il nome del paese sotto. Due nomi per lo stesso pane, e nessuno ' +
              'perde.',
            daysAgo: 75,
            useful: 20,
          },
        ],
      },
      {
        author: 'fatou_d',
        body:
          'E magari il primo cartellino lo scrivono i nonni del mercoledì con i ragazzi del ' +
          'centro. Così ci guadagnano in due.',
        daysAgo: 60,
        useful: 7,
      },
    ],
  },
  {
    title: 'Un video in lingua dei segni per ordinare e prenotare',
    body:
      'I miei genitori sono sordi. Ordinano indicando, e quando c’è fila indicano in fretta e ' +
      'portano a casa la cosa sbagliata. Chi è al banco è gentilissimo, ma **gentilissimo non è ' +
      'una lingua**.\n\n' +
      'Un video breve, in lingua dei segni, che spieghi come si prenota, che cosa c’è oggi e a ' +
      'chi fare un cenno. Dieci minuti di ripresa. Io mi offro per i segni, mia madre per la ' +
      'verifica: è severa.',
    category: 'communication',
    tags: ['accessibilità', 'lis', 'servizi'],
    author: 'sofia_z',
    daysAgo: 29,
    votes: 86,
    moves: [],
    comments: [
      {
        author: 'ilaria_p',
        body: 'Con i sottotitoli, però, così serve anche a noi. Pietro legge prima di ascoltare.',
        daysAgo: 27,
        useful: 15,
        replies: [
          {
            author: 'sofia_z',
            body: 'Sottotitoli grandi, sì. Non costa niente in più.',
            daysAgo: 26,
            useful: 10,
          },
        ],
      },
      {
        author: 'irene_forno',
        body:
          'Sofia, ci piace. L’idea è ancora al voto, ma intanto due segni al banco li ' +
          'impareremmo volentieri: quali ci servono per primi?',
        daysAgo: 18,
        useful: 19,
        replies: [
          {
            author: 'sofia_z',
            body: '“Buongiorno”, “finito” e “grazie”. Con questi tre si vive.',
            daysAgo: 17,
            useful: 23,
          },
        ],
      },
      {
        author: 'bianca_n',
        body: '“Finito” l’avrei voluto sapere trent’anni fa.',
        daysAgo: 10,
        useful: 8,
      },
    ],
  },
  {
    title: 'Un numero a cui chiedere che cosa è finito',
    body:
      'La signora mi manda a prendere la torta di rose alle undici e qualche volta non c’è più. ' +
      'Scendo tre piani, due volte.\n\n' +
      'Un numero da chiamare, anche solo la mattina, con qualcuno che guarda il banco e dice se ' +
      'c’è. Va bene anche una segreteria che dice **che cosa è finito**.',
    category: 'communication',
    tags: ['telefono', 'informazioni', 'servizi'],
    author: 'svetlana_o',
    daysAgo: 2,
    votes: 3,
    moves: [],
    comments: [],
  },
]

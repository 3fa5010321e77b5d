import { agreed, type DossierStory } from './dossier-story.ts'

/** What was weighed and told to everybody. */
export const dossierStories: DossierStory[] = [
  agreed(
    'Buste di carta al posto della plastica per il pane affettato',
    [570, 550],
    [
      [4, 3, 3, 4, 5, 4],
      [4, 2, 3, 4, 5, 4],
      [4, 3, 3, 4, 5, 4],
    ],
    {
      cost: [6000, 9000],
      weeks: [26, 39],
      explanation:
        'La carta semplice fa indurire il pane al terzo giorno; quella con un velo di cellulosa tiene. Costa un po’ di più della plastica, e prima **finiamo le scorte invece di buttarle**.',
    },
  ),
  agreed(
    'Il panettone mignon, anche fuori stagione',
    [525, 504],
    [
      [4, 4, 3, 5, 3, 5],
      [4, 4, 3, 5, 3, 5],
      [3, 4, 2, 5, 3, 5],
    ],
    {
      cost: [1800, 3000],
      weeks: [17, 26],
      explanation:
        'L’impasto è il nostro, cambia la misura. Servono **stampi nuovi** e un turno di lievitazione in più: i piccoli asciugano prima.',
    },
  ),
  agreed(
    'Un laboratorio separato per il pane senza glutine',
    [385, 353],
    [
      [1, 1, 1, 3, 3, 1],
      [2, 1, 1, 3, 3, 2],
      [1, 1, 1, 4, 3, 1],
    ],
    {
      cost: [140000, 190000],
      weeks: [78, 104],
      explanation:
        'Per farlo in sicurezza servono ingresso, aria e forni separati: **nel nostro laboratorio non ci stanno**. Preferiamo dirti di no che rischiare sulla tua salute.',
    },
  ),
  agreed(
    'La lavagna delle sfornate, con gli orari veri',
    [360, 337],
    [
      [5, 5, 4, 3, 2, 5],
      [5, 5, 4, 4, 2, 5],
      [5, 5, 5, 3, 2, 5],
    ],
    {
      cost: [100, 250],
      weeks: [4, 13],
      explanation:
        'Una lavagna, un gessetto e la costanza di scriverci. La parte difficile è **misurare prima quando esce davvero** il pane.',
    },
  ),
  agreed(
    'Borse cucite con i sacchi di farina',
    [244, 220],
    [
      [3, 4, 2, 4, 5, 4],
      [3, 4, 2, 5, 5, 4],
      [3, 4, 3, 4, 5, 4],
    ],
    {
      cost: [900, 1600],
      weeks: [26, 39],
      explanation:
        'Di sacchi di tela ne abbiamo pochi: vanno messi da parte con calma. Chi cuce riceve **una paga per ogni borsa**, non un’offerta.',
    },
  ),
  agreed(
    'Vuoto a rendere per i vasetti di crema e confettura',
    [172, 150],
    [
      [2, 3, 2, 3, 5, 2],
      [3, 3, 2, 3, 4, 2],
      [2, 3, 2, 3, 5, 2],
    ],
    {
      cost: [8000, 12000],
      weeks: [26, 39],
      explanation:
        'Si può fare **solo se qualcuno li lava e li sterilizza per noi**: da soli non abbiamo né la macchina né la stanza. Il nodo sono le regole sulle conserve.',
    },
  ),
  agreed(
    'Mezza pagnotta per chi vive solo',
    [158, 140],
    [
      [4, 4, 3, 4, 3, 5],
      [4, 5, 3, 4, 3, 5],
      [4, 4, 3, 4, 4, 4],
    ],
    {
      cost: [800, 1500],
      weeks: [13, 26],
      explanation:
        'Cestini nuovi e un turno di cottura ripensato. Il dubbio è **la crosta**: la proviamo a tre temperature.',
    },
  ),
  agreed(
    'Un biscotto senza zucchero aggiunto che sappia di biscotto',
    [94, 75],
    [
      [2, 1, 1, 2, 3, 3],
      [2, 2, 1, 2, 3, 3],
      [2, 1, 1, 2, 3, 2],
    ],
    {
      cost: [30000, 45000],
      weeks: [52, 70],
      explanation:
        'Il sapore c’è. Ma la frutta porta acqua e dopo cinque giorni il biscotto è molle: per tenerlo croccante servirebbe **un confezionamento che oggi non abbiamo**.',
    },
  ),
  agreed(
    'Frollini con la farina di castagne della valle',
    [94, 75],
    [
      [4, 3, 3, 5, 4, 5],
      [4, 3, 3, 5, 4, 5],
      [4, 3, 2, 5, 5, 5],
    ],
    {
      cost: [3000, 4500],
      weeks: [26, 39],
      explanation:
        'La farina dipende dal raccolto: saranno **frollini di stagione**, pochi quintali in tutto, ed è giusto così.',
    },
  ),
  agreed(
    'A quiet hour in the shop',
    [94, 75],
    [
      [5, 4, 4, 3, 3, 5],
      [5, 4, 4, 3, 4, 5],
      [5, 5, 4, 3, 3, 5],
    ],
    {
      cost: [0, 300],
      weeks: [9, 17],
      explanation:
        'Lights down, radio off, one hour a week. **It costs us almost nothing**; what takes time is to prepare whoever is at the counter.',
    },
  ),
  agreed(
    'Prenotare il pane la sera e trovarlo pronto al mattino',
    [94, 75],
    [
      [3, 3, 3, 4, 3, 4],
      [3, 2, 3, 4, 3, 4],
      [3, 3, 3, 4, 4, 3],
    ],
    {
      cost: [7000, 11000],
      weeks: [26, 39],
      explanation:
        'Il pane lo sappiamo fare; le prenotazioni no. Cominciamo con **cinquanta famiglie** e senza obbligare nessuno a un’applicazione.',
    },
  ),
  agreed(
    'Il pane sospeso',
    [94, 75],
    [
      [5, 4, 4, 5, 5, 3],
      [5, 4, 4, 5, 5, 3],
      [4, 4, 4, 5, 5, 3],
    ],
    {
      cost: [500, 900],
      weeks: [9, 17],
      explanation:
        'Ci serve un modo chiaro di contarlo, perché chi dona sappia **dove va il suo pane** e chi lo riceve non debba spiegare niente.',
    },
  ),
  agreed(
    'Etichette che si leggono senza occhiali',
    [66, 42],
    [
      [4, 4, 2, 4, 2, 4],
      [4, 4, 2, 4, 2, 4],
      [4, 4, 2, 4, 3, 5],
    ],
    {
      cost: [1500, 2500],
      weeks: [26, 52],
      explanation:
        'La legge vuole molte parole in poco spazio. **Le scriviamo più grandi** e le cambiamo quando finisce ciascun rotolo, per non buttare niente.',
    },
  ),
]

/** What somebody wrote about the bakery elsewhere, and what care made of it. */
export type DemoMention = {
  source: 'Mappe e guide' | 'Stampa e blog'
  daysAgo: number
  author: string
  title: string
  body: string
  rating: number | null
  url: string | null
  locale: 'it' | 'en' | 'de'
  /** The topic of the case that it became. */
  case?: 'product' | 'order' | 'other'
  answered?: { url: string; remedy: string }
  ignored?: boolean
}

const guide = 'https://guidapane.example/brescia/forno-valdoro/recensioni'

/** From the oldest on. */
export const demoMentions: DemoMention[] = [
  {
    source: 'Mappe e guide',
    daysAgo: 172,
    author: 'Ornella P.',
    title: 'Il pane di una volta',
    body: 'Crosta che canta quando la rompi e mollica umida anche il terzo giorno. Vengo apposta da Gussago.',
    rating: 5,
    url: `${guide}#r-1180`,
    locale: 'it',
    ignored: true,
  },
  {
    source: 'Mappe e guide',
    daysAgo: 149,
    author: 'Davide M.',
    title: 'Buono, ma arrivate presto',
    body: 'Alle undici di sabato erano già finiti pane di segale e focaccia. Personale gentile, però una lavagna con quello che resta farebbe comodo.',
    rating: 3,
    url: `${guide}#r-1214`,
    locale: 'it',
    answered: {
      url: `${guide}#r-1214-risposta`,
      remedy: 'Ringraziato, spiegata la prenotazione del pane per il sabato.',
    },
  },
  {
    source: 'Stampa e blog',
    daysAgo: 121,
    author: 'Briciole in cucina',
    title: 'Cinque forni bresciani da conoscere',
    body: 'Al secondo posto il Forno Valdoro: lievito madre curato da trent’anni e una bacheca dove chiunque può proporre il prossimo biscotto.',
    rating: null,
    url: 'https://briciole.example/cinque-forni-bresciani',
    locale: 'it',
    ignored: true,
  },
  {
    source: 'Mappe e guide',
    daysAgo: 96,
    author: 'Katrin W.',
    title: 'Herrliches Brot, wenig Auswahl ohne Milch',
    body: 'Das Sauerteigbrot war das beste der ganzen Reise. Für meinen Sohn, der keine Milch verträgt, gab es leider nur Grissini.',
    rating: 4,
    url: `${guide}#r-1302`,
    locale: 'de',
  },
  {
    source: 'Mappe e guide',
    daysAgo: 68,
    author: 'Renzo Bettoni',
    title: 'Il resto sbagliato, due volte',
    body: 'Due settimane di fila mi hanno dato il resto di dieci invece che di venti. La seconda volta ho dovuto insistere. Il pane è buono, la cassa no.',
    rating: 2,
    url: `${guide}#r-1377`,
    locale: 'it',
    answered: {
      url: `${guide}#r-1377-risposta`,
      remedy: 'Chieste scuse in pubblico, restituiti 20 € in negozio.',
    },
  },
  {
    source: 'Mappe e guide',
    daysAgo: 41,
    author: 'Silvia & Teo',
    title: 'Colazione perfetta',
    body: 'Cornetti tiepidi alle sette e mezza, spremuta vera, e la signora al banco che si ricorda come prendi il caffè.',
    rating: 5,
    url: `${guide}#r-1420`,
    locale: 'it',
  },
  {
    source: 'Mappe e guide',
    daysAgo: 19,
    author: 'Paolo Ghidini',
    title: 'Un sassolino nelle fette biscottate',
    body: 'Quasi mi rompo un dente: c’era un sassolino nella fetta. Confezione comprata in via Trento martedì. Mi aspetto una risposta, non un buono sconto.',
    rating: 1,
    url: `${guide}#r-1466`,
    locale: 'it',
    case: 'product',
    answered: {
      url: `${guide}#r-1466-risposta`,
      remedy: 'Chieste scuse, lotto L2274 ritirato, dentista rimborsato.',
    },
  },
  {
    source: 'Mappe e guide',
    daysAgo: 9,
    author: 'Hannah Reed',
    title: 'Worth the detour',
    body: 'We cycled here from the lake for the focaccia. Friendly staff, fair prices, and they filled our bottles. The queue moves slowly, bring patience.',
    rating: 4,
    url: `${guide}#r-1489`,
    locale: 'en',
  },
  {
    source: 'Stampa e blog',
    daysAgo: 4,
    author: 'La Gazzetta del Garda',
    title: 'Il forno che chiede ai clienti che cosa cuocere',
    body: 'Ogni mese le idee più votate arrivano sul tavolo del maestro fornaio, che risponde una per una. «Anche i no vanno spiegati», dice.',
    rating: null,
    url: 'https://gazzettagarda.example/forno-idee-clienti',
    locale: 'it',
  },
  {
    source: 'Mappe e guide',
    daysAgo: 1,
    author: 'Giorgia Z.',
    title: 'Ordine online mai arrivato',
    body: 'Pagata domenica una scatola di grissini per un regalo, ieri era il compleanno e non si è visto nessuno. Al telefono mi dicono di aspettare.',
    rating: 1,
    url: `${guide}#r-1502`,
    locale: 'it',
  },
]

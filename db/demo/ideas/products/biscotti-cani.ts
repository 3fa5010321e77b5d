import type { DemoIdea } from '../../story.ts'

export const biscottiCani: DemoIdea = {
  title: 'Biscotti per cani con gli avanzi del banco',
  body:
    'Pane secco, un po’ d’acqua, olio, forno basso. Niente sale, niente uvetta, niente ' +
    'cioccolato. Sono biscotti onesti e i miei due cani li preferiscono a quelli con l’osso ' +
    'disegnato sopra.\n\n' +
    'Da veterinaria scrivo io la lista di quello che **non** ci deve finire dentro.',
  category: 'products',
  tags: ['animali', 'avanzi', 'biscotti'],
  author: 'valentina_m',
  daysAgo: 84,
  votes: 152,
  moves: [],
  comments: [
    {
      author: 'gianni_p',
      body: 'Prima le persone, poi i cani. Se avanza pane, datelo a chi non ce l’ha.',
      daysAgo: 82,
      useful: 5,
      replies: [
        {
          author: 'fatou_d',
          body:
            'Nel nostro centro il pane invenduto lo ritiriamo due volte la settimana e ne ' +
            'resta comunque. Le due cose stanno insieme, se si fa prima il giro giusto.',
          daysAgo: 81,
          useful: 10,
        },
        {
          author: 'valentina_m',
          body: 'D’accordissimo con @fatou_d. Solo quello che nessuno può più mangiare.',
          daysAgo: 81,
          useful: 8,
        },
      ],
    },
    {
      author: 'paolo_g',
      body:
        'Attenzione, gli alimenti per animali hanno regole loro: registrazione, etichetta, ' +
        'locali. Non è un dettaglio.',
      daysAgo: 77,
      useful: 7,
    },
    {
      author: 'lucia_s',
      body:
        'E il pane con olive o cipolla va separato prima. Chi lo fa, alle otto di sera? Non è ' +
        'una domanda retorica, serve un turno.',
      daysAgo: 76,
      useful: 5,
    },
    {
      author: 'lea_d',
      body: 'Il mio cane si chiama Briciola. Non aggiungo altro.',
      daysAgo: 60,
      useful: 6,
    },
    {
      author: 'nadia_forno',
      body:
        'Discussione bella e utile. Un promemoria gentile: il giro delle eccedenze verso il ' +
        'centro diurno esiste già e ha la precedenza su tutto.',
      daysAgo: 59,
      useful: 6,
    },
  ],
}

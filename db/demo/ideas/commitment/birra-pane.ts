import type { DemoIdea } from '../../story.ts'

export const birraPane: DemoIdea = {
  title: 'Birra dal pane invenduto, con un birrificio della valle',
  body:
    'Il pane secco sostituisce un pezzo del malto: la ricetta esiste da cinquemila anni, non ' +
    'l’ho inventata io. Con quaranta chili faccio una cotta da trecento litri, **secca e un ' +
    'po’ affumicata**.\n\n' +
    'Una volta a stagione, poche bottiglie, etichetta con scritto da quale pane viene. Chi non ' +
    'beve la birra può sempre tenersi la storia.',
  category: 'commitment',
  tags: ['birra', 'recupero', 'avanzi'],
  author: 'michele_a',
  daysAgo: 116,
  votes: 176,
  moves: [],
  comments: [
    {
      author: 'lucia_s',
      body:
        'Solo quello che resta dopo il cestino e dopo il ritiro della sera, spero. Il pane ' +
        'buono resta pane.',
      daysAgo: 113,
      useful: 7,
      replies: [
        {
          author: 'michele_a',
          body:
            'Certo. Mi serve quello che nessuno mangerebbe, purché senza muffe. Il resto non ' +
            'lo tocco.',
          daysAgo: 112,
          useful: 8,
        },
      ],
    },
    {
      author: 'simona_u',
      body: 'Ricordatevi che si vende dove entrano anche i ragazzi. Regole chiare su a chi si dà.',
      daysAgo: 108,
      useful: 3,
    },
    {
      author: 'gianni_p',
      body: 'Finalmente una proposta sensata. Ho già trovato il bicchiere.',
      daysAgo: 100,
      useful: 8,
    },
    {
      author: 'grace_a',
      body:
        'Kwasi, my neighbour, makes something close to this with maize. I would love to ' +
        'compare, scientifically.',
      daysAgo: 92,
      useful: 5,
    },
  ],
}

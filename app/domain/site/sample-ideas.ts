/** What a new house may begin with, so that nobody meets an empty board. */
export const sampleIdeas = {
  it: [
    {
      title: 'Esempio: confezione richiudibile',
      body: 'Dopo l’apertura il prodotto perde fragranza. Una striscia richiudibile lo terrebbe fresco per giorni, senza mollette.\n\n*Questa è un’idea di esempio: la redazione può archiviarla quando vuole.*',
      categoryId: 'packaging',
      tags: ['esempio', 'freschezza'],
    },
    {
      title: 'Esempio: una ricetta con meno zucchero',
      body: 'A colazione cerchiamo qualcosa di semplice e meno dolce, che piaccia anche ai bambini.\n\n*Questa è un’idea di esempio: la redazione può archiviarla quando vuole.*',
      categoryId: 'products',
      tags: ['esempio', 'colazione'],
    },
    {
      title: 'Esempio: una giornata a porte aperte',
      body: 'Sarebbe bello vedere dove e come nascono i prodotti, una volta all’anno, con chi li fa.\n\n*Questa è un’idea di esempio: la redazione può archiviarla quando vuole.*',
      categoryId: 'communication',
      tags: ['esempio', 'visita'],
    },
  ],
  en: [
    {
      title: 'Example: a pack that closes again',
      body: 'Once opened, the product loses its crunch. A strip that closes again would keep it fresh for days, without pegs.\n\n*This is an example: the staff may archive it at any time.*',
      categoryId: 'packaging',
      tags: ['example', 'freshness'],
    },
    {
      title: 'Example: a recipe with less sugar',
      body: 'For breakfast we look for something simple and less sweet, that children like too.\n\n*This is an example: the staff may archive it at any time.*',
      categoryId: 'products',
      tags: ['example', 'breakfast'],
    },
    {
      title: 'Example: a day with open doors',
      body: 'It would be good to see where and how the products are made, once a year, with the people who make them.\n\n*This is an example: the staff may archive it at any time.*',
      categoryId: 'communication',
      tags: ['example', 'visit'],
    },
  ],
}

import type { DemoIdea } from '../../story.ts'

export const barattoloPasta: DemoIdea = {
  title: 'Un barattolo di pasta madre per chi vuole provare a casa',
  body:
    'La mia Ottavia è nata da un pezzetto che mi ha dato una vicina. Così si fa da sempre: la ' +
    'pasta madre non si compra, **si passa**.\n\n' +
    'Fate lo stesso. Un barattolo piccolo per chi lo chiede, con un foglio che dice come ' +
    'tenerla viva, e un giorno al mese in cui si torna con le domande.',
  category: 'promotions',
  tags: ['pastamadre', 'dono', 'casa'],
  author: 'giorgia_t',
  daysAgo: 518,
  votes: 301,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 459,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 448,
      by: 'tommaso_valdoro',
      note:
        'Giorgia, la nostra pasta madre ha sessant’anni e non è mai uscita dal laboratorio: ' +
        'fateci prendere coraggio. Dobbiamo capire quanta ne possiamo dare senza togliere al ' +
        'pane, e che cosa scrivere sul foglio.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 422,
      by: 'tommaso_valdoro',
      note:
        'Coraggio preso. **Costo basso, tempi da 2 a 4 mesi.** Venti barattoli al mese, su ' +
        'prenotazione, gratis. Il foglio lo scriviamo con Giorgia, che ha già corretto la ' +
        'nostra prima versione: dicevamo “rinfrescare” sette volte senza spiegare come.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 371,
      by: 'irene_forno',
      note:
        'Il foglio è in stampa e i primi venti barattoli sono in frigo, con il nome di chi li ' +
        'ha prenotati. Il primo sabato di domande si tiene a Borgo Rovera.',
      official: true,
    },
    {
      to: 'realised',
      daysAgo: 336,
      by: 'marta_valdoro',
      note:
        'I primi venti barattoli sono usciti di casa, e dodici ci hanno già mandato una ' +
        'fotografia. Li trovi ogni primo sabato del mese a Borgo Rovera, gratis: basta ' +
        'prenotare al banco. Idea di Giorgia, foglio scritto con lei, consiglio di ' +
        '@nonna_piera in fondo alla pagina (“se odora di mela va bene, se odora di piedi ' +
        'aspetta”).',
      official: true,
    },
  ],
  comments: [
    {
      author: 'nonna_piera',
      body: 'Se odora di mela va bene, se odora di piedi aspetta. Il resto lo impari sbagliando.',
      daysAgo: 510,
      useful: 15,
    },
    {
      author: 'paolo_g',
      body: 'E se regalate la pasta madre, poi il pane chi ve lo compra?',
      daysAgo: 502,
      useful: 3,
      replies: [
        {
          author: 'giorgia_t',
          body:
            'Io faccio il pane in casa da sei anni e vi garantisco che compro più pane di ' +
            'prima. Adesso so quanto lavoro c’è.',
          daysAgo: 501,
          useful: 9,
        },
      ],
    },
    {
      author: 'lars_e',
      body:
        'Mine has a name now: Ottavia the Second. She is in a very cold kitchen and she is ' +
        'furious.',
      daysAgo: 330,
      useful: 6,
    },
    {
      author: 'teresa_c',
      body:
        'In biblioteca abbiamo messo un quaderno dove chi ha preso il barattolo scrive che ' +
        'cosa è successo. La pagina più letta si intitola “L’ho dimenticata tre settimane”.',
      daysAgo: 322,
      useful: 7,
    },
  ],
}

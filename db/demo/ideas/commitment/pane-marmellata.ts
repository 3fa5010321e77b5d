import type { DemoIdea } from '../../story.ts'

export const paneMarmellata: DemoIdea = {
  title: 'Pane e marmellata a metà mattina nelle scuole',
  body:
    'A metà mattina i bambini tirano fuori una merendina ciascuno, con trenta incarti diversi. ' +
    'Propongo **un pane affettato e un vasetto per classe**, due volte la settimana: si ' +
    'taglia, si spalma, ci si siede.\n\n' +
    'Non è solo per mangiare meglio. È l’unico momento in cui fanno una cosa insieme senza che ' +
    'sia un compito.',
  category: 'commitment',
  tags: ['scuola', 'merenda', 'bambini'],
  author: 'caterina_f',
  daysAgo: 104,
  votes: 278,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 49,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 20,
      by: 'marta_valdoro',
      note:
        'Caterina, ci piace e ci spaventa un po’. Dobbiamo sentire il Comune, la mensa e ' +
        'l’azienda sanitaria, perché a scuola le regole sono diverse. Stiamo anche facendo il ' +
        'conto di quante classi possiamo servire senza togliere pane ai negozi. Ti diciamo ' +
        'subito che i trenta giorni forse non bastano: non dipendono solo da noi.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'ioana_p',
      body:
        'Dalla mensa: si può fare, ma serve qualcuno che tagli e spalmi senza correre. Le ' +
        'insegnanti hanno già due mani occupate.',
      daysAgo: 102,
      useful: 12,
      replies: [
        {
          author: 'marco_t',
          body:
            'In quarta lo fanno i bambini, a turno, con il coltello tondo. Ci mettiamo dodici ' +
            'minuti e nessuno ha ancora perso un dito.',
          daysAgo: 101,
          useful: 8,
        },
      ],
    },
    {
      author: 'chiara_l',
      body:
        'In ogni classe c’è almeno un bambino che non può. Prevedete da subito un pane e un ' +
        'vasetto suoi, con il suo nome, altrimenti resta fuori proprio lui.',
      daysAgo: 98,
      useful: 9,
      replies: [
        {
          author: 'caterina_f',
          body: 'È la prima riga del progetto, da oggi.',
          daysAgo: 97,
          useful: 8,
        },
      ],
    },
    {
      author: 'simona_u',
      body: 'Da pediatra firmo volentieri. Poca marmellata, tanto pane, e un bicchiere d’acqua.',
      daysAgo: 95,
      useful: 8,
    },
    {
      author: 'paolo_g',
      body: 'Chi paga? Se è la scuola non parte mai. Se sono le famiglie, qualcuno resta indietro.',
      daysAgo: 88,
      useful: 4,
    },
    {
      author: 'marta_valdoro',
      body:
        'Un aggiornamento, perché siamo oltre i trenta giorni: il Comune ci ha risposto, ' +
        'l’azienda sanitaria ancora no. Preferiamo dirti che aspettiamo piuttosto che ' +
        'scegliere senza quella risposta.',
      daysAgo: 3,
      useful: 7,
    },
  ],
}

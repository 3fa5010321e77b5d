import type { DemoIdea } from '../../story.ts'

export const borseCucite: DemoIdea = {
  title: 'Borse cucite con i sacchi di farina',
  body:
    'I sacchi di farina buoni sono di carta doppia e di tela. Quelli di tela voi li buttate, o ' +
    'li usate per la polvere. In cooperativa abbiamo macchine da cucire, mani brave e **poco ' +
    'lavoro d’inverno**.\n\n' +
    'Una borsa per il pane, con il nome del mulino ancora leggibile e un manico che tiene. La ' +
    'fodera la mettiamo noi.',
  category: 'commitment',
  tags: ['riuso', 'cooperativa', 'borse'],
  author: 'rosa_i',
  daysAgo: 327,
  votes: 268,
  moves: [
    {
      to: 'shortlisted',
      daysAgo: 258,
      by: 'system',
      note: 'Ha superato 250 voti: passa tra le idee da valutare.',
    },
    {
      to: 'evaluating',
      daysAgo: 247,
      by: 'tommaso_valdoro',
      note:
        'Rosa, ti portiamo venti sacchi lavati e vediamo che cosa succede. Dobbiamo capire ' +
        'quanti ne restano davvero in un mese e come si lavano senza perdere la stampa.',
      official: true,
    },
    {
      to: 'planned',
      daysAgo: 219,
      by: 'marta_valdoro',
      note:
        'Le prime venti borse sono belle: due le abbiamo tenute. **Costo basso, tempi da 6 a 9 ' +
        'mesi** per arrivare a un numero sensato, perché di sacchi di tela ne abbiamo pochi e ' +
        'bisogna metterli da parte. Alla cooperativa paghiamo ogni borsa, non a offerta. Il ' +
        'prezzo lo decidiamo insieme.',
      official: true,
    },
    {
      to: 'in_progress',
      daysAgo: 66,
      by: 'irene_forno',
      note:
        'Ne abbiamo messi da parte duecento e la cooperativa ha cominciato a cucirli. Sono una ' +
        'diversa dall’altra, quindi non si ordinano: si scelgono in negozio quando arrivano. ' +
        'Ogni borsa ha dentro il nome di chi l’ha cucita, se è d’accordo.',
      official: true,
    },
  ],
  comments: [
    {
      author: 'elena_v',
      body:
        'Non stampateci sopra niente. Il nome del mulino c’è già ed è scritto con il carattere ' +
        'giusto.',
      daysAgo: 320,
      useful: 7,
    },
    {
      author: 'giulia_b',
      body:
        'Una tasca interna per le chiavi, e la taglia che entra nel cestino della bici. Poi ' +
        'non chiedo altro (non è vero).',
      daysAgo: 300,
      useful: 6,
    },
    {
      author: 'dario_m',
      body: 'Anche noi abbiamo sacchi di tela. Se la cooperativa ne vuole, li portiamo giù.',
      daysAgo: 246,
      useful: 5,
      replies: [
        {
          author: 'rosa_i',
          body: 'Li vogliamo. Il martedì siamo in otto e litighiamo per le stoffe migliori.',
          daysAgo: 245,
          useful: 9,
        },
      ],
    },
    {
      author: 'rosa_i',
      body: 'La prima borsa finita è storta di due centimetri. La tengo io, le altre vengono dritte.',
      daysAgo: 60,
      useful: 10,
    },
  ],
}

import type { DemoIdea } from '../../story.ts'

export const quellaPersona: DemoIdea = {
  title: 'Quella persona al banco di Ponte Vereno',
  body:
    'Vorrei che al banco di Ponte Vereno non ci fosse più la persona di ieri pomeriggio. Mi ha ' +
    'risposto male davanti a tutti e non è la prima volta. Toglietela dal banco.',
  category: 'communication',
  tags: ['personale', 'lamentela', 'banco'],
  author: 'matteo_c',
  daysAgo: 143,
  votes: 3,
  moves: [
    {
      to: 'hidden',
      daysAgo: 142,
      by: 'nadia_forno',
      note:
        'Matteo, abbiamo nascosto questa idea perché riguarda una persona riconoscibile che ' +
        'qui non può rispondere, e la regola della casa vale per tutti: non si giudicano le ' +
        'persone in bacheca. Quello che è successo però conta, e ne ha preso nota ' +
        'l’assistenza, che ti ha scritto in privato.\n\n' +
        'Che cosa può cambiare la decisione: riscrivila come proposta che serva a chiunque, ' +
        'per esempio come vorresti che si gestisse la fila dalle 17 alle 18. In quella forma ' +
        'torna al voto. Se pensi che ci sbagliamo puoi chiedere un secondo parere.',
      reason: 'house_rules',
      official: true,
    },
  ],
  comments: [],
}

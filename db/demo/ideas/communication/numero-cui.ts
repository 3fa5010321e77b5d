import type { DemoIdea } from '../../story.ts'

export const numeroCui: DemoIdea = {
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
}

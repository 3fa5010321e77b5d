import type { RewardText } from '#app/domain/rewards/edit.server.ts'

export type DemoReward = Pick<
  RewardText,
  'kind' | 'titleIt' | 'titleEn' | 'textIt' | 'textEn' | 'price'
> &
  Partial<RewardText> & {
    slug: string
    stock?: number
    codes?: number
    /** Days from today on which it opens. */
    opensIn?: number
  }

/** What the bakery says thanks with. The things are small, and all of them are real. */
export const rewards: DemoReward[] = [
  {
    slug: 'una-pagnotta',
    kind: 'coupon',
    price: 80,
    perMember: 4,
    codes: 40,
    costCents: 320,
    titleIt: 'Una pagnotta da mezzo chilo',
    titleEn: 'A half-kilo loaf',
    textIt:
      'Quella che preferisci, tra quelle del giorno. Mostra il codice al banco, stampato o sul telefono.',
    textEn:
      'The one you like best, of those of the day. Show the code at the counter, on paper or on your phone.',
    termsIt: 'Vale un anno, nei quattro negozi, per una pagnotta. Non dà resto.',
    termsEn: 'Good for a year, in all four shops, for one loaf. No change is given.',
    imageAlt: 'Una pagnotta appena sfornata, con il vapore che sale',
  },
  {
    slug: 'scatola-di-latta',
    kind: 'prize',
    price: 260,
    stock: 25,
    perMember: 1,
    costCents: 900,
    titleIt: 'La scatola di latta con i frollini',
    titleEn: 'The tin box of biscuits',
    textIt:
      'Rossa, con la spiga. Arriva piena di frollini, e quando sono finiti la riempi in negozio.',
    textEn:
      'Red, with an ear of wheat. It comes full of biscuits, and when they are gone you fill it in the shop.',
    termsIt: 'Spediamo in Italia in dieci giorni lavorativi. Contiene glutine, burro e uova.',
    termsEn: 'Sent within Italy in ten working days. Contains gluten, butter and eggs.',
    imageAlt: 'Una scatola di latta rossa accanto a tre biscotti',
  },
  {
    slug: 'borsa-di-sacco',
    kind: 'prize',
    price: 180,
    stock: 40,
    level: 1,
    perMember: 2,
    costCents: 650,
    titleIt: 'La borsa cucita con i sacchi di farina',
    titleEn: 'The bag sewn from flour sacks',
    textIt:
      'La cuciono in valle, una per una: nessuna è uguale. Porta quattro pagnotte e due cipolle.',
    textEn:
      'Sewn in the valley, one by one: no two are alike. It carries four loaves and two onions.',
    termsIt: 'Spediamo in Italia in quindici giorni lavorativi. Si lava a trenta gradi.',
    termsEn: 'Sent within Italy in fifteen working days. Wash at thirty degrees.',
    imageAlt: 'Una borsa di tela con una spiga disegnata',
  },
  {
    slug: 'una-notte-al-forno',
    kind: 'coupon',
    price: 600,
    codes: 6,
    level: 2,
    perMember: 1,
    needsApproval: true,
    costCents: 2500,
    titleIt: 'Una notte al forno, in due',
    titleEn: 'A night at the bakery, for two',
    textIt:
      'Dalle due alle sei del mattino, con Tommaso e la sua impastatrice. Si torna a casa con il pane fatto da sé.',
    textEn:
      'From two to six in the morning, with Tommaso and his mixer. You go home with bread you made yourself.',
    termsIt: 'Da sedici anni in su. La data si sceglie insieme, dopo la conferma.',
    termsEn: 'From sixteen years of age. We choose the date together, after the confirmation.',
    imageAlt: 'La bocca accesa di un forno a legna, con un cesto di pagnotte',
  },
  {
    slug: 'pane-per-la-mensa',
    kind: 'donation',
    price: 50,
    goal: 2500,
    costCents: 200,
    titleIt: 'Pane per la mensa di Ponte Vereno',
    titleEn: 'Bread for the soup kitchen of Ponte Vereno',
    textIt:
      'Per ogni dono il forno porta due chili di pane alla mensa. Alla meta, ne porta cento in un giorno solo.',
    textEn:
      'For each gift the bakery brings two kilos of bread to the kitchen. At the goal it brings a hundred in one day.',
    imageAlt: 'Due cesti pieni di pagnotte',
  },
  {
    slug: 'il-tuo-nome-sul-muro',
    kind: 'thanks',
    price: 120,
    perMember: 1,
    titleIt: 'Il tuo nome sul muro del forno',
    titleEn: 'Your name on the wall of the bakery',
    textIt:
      'A gesso, sulla lavagna grande di Borgo Rovera, tra quelli che hanno cambiato qualcosa.',
    textEn: 'In chalk, on the big board at Borgo Rovera, among those who changed something.',
    termsIt: 'Scrivi come vuoi che si legga: anche un soprannome.',
    termsEn: 'Write it as you want it to read: a nickname will do.',
    imageAlt: 'Una lavagna scritta a gesso, accanto a mezza pagnotta',
  },
  {
    slug: 'panettone-di-marzo',
    kind: 'prize',
    price: 150,
    stock: 3,
    perMember: 1,
    costCents: 1400,
    titleIt: 'Il panettone fatto a marzo',
    titleEn: 'The panettone made in March',
    textIt: 'Tre soli, per chi crede che le feste non c’entrino. Impasto classico, trentasei ore.',
    textEn:
      'Only three, for those who think it has nothing to do with Christmas. The classic dough, thirty-six hours.',
    termsIt: 'Contiene glutine, burro, uova e uvetta.',
    termsEn: 'Contains gluten, butter, eggs and raisins.',
    imageAlt: 'Un panettone su un tavolo infarinato',
  },
  {
    slug: 'pasta-madre',
    kind: 'prize',
    price: 140,
    stock: 30,
    perMember: 1,
    opensIn: 12,
    costCents: 450,
    titleIt: 'La nostra pasta madre, in barattolo',
    titleEn: 'Our sourdough starter, in a jar',
    textIt: 'Ha quarantun anni e si chiama Ines. Arriva con le istruzioni per non farla morire.',
    textEn:
      'She is forty-one and her name is Ines. She comes with directions for keeping her alive.',
    termsIt: 'Spediamo il lunedì, perché non passi il fine settimana in viaggio.',
    termsEn: 'Sent on Mondays, so that she does not travel over the weekend.',
    imageAlt: 'Un barattolo di pasta madre accanto a mezza pagnotta',
  },
]

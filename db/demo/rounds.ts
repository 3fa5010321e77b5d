import { eq } from 'drizzle-orm'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { decide } from '#app/domain/rounds/decide.server.ts'
import { pickIdea } from '#app/domain/rounds/pick.server.ts'
import { type Plan, planRound } from '#app/domain/rounds/plan.server.ts'
import { ideas } from '../schema/ideas.ts'
import { roundEntries, rounds } from '../schema/rounds.ts'
import { transaction } from '../database.server.ts'
import type { Tx } from '../doors.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'

const day = 86_400_000
type Found = (title: string) => Idea

const past = [
  ['Frollini con la farina di castagne della valle', 'planned'],
  ['Un biscotto senza zucchero aggiunto che sappia di biscotto', 'declined'],
  ['Il pane sospeso', 'planned'],
  ['A quiet hour in the shop', 'planned'],
  ['Prenotare il pane la sera e trovarlo pronto al mattino', 'planned'],
] as const
const open = [
  'Una scatola di latta da riempire in negozio',
  'Una notte al forno, per vedere come nasce il pane',
  'Un pane con il nome del campo da cui viene',
  'Pane e marmellata a metà mattina nelle scuole',
  'Tell us what a loaf costs you to make',
]
const picked = 'A water tap outside the shop'
const quiet = 'Ne abbiamo parlato in negozio con le persone del quartiere.'

/** Three rounds of review: one told, one under way with half of it decided, one to come with its line. */
export async function tellRounds(stage: Stage, found: Found) {
  const marta = stage.cast.get('marta_valdoro')!
  const tommaso = stage.cast.get('tommaso_valdoro')!
  const when = (days: number) => new Date(stage.today.getTime() + days * day)
  const told = (days: number, work: (tx: Tx) => Promise<unknown>) =>
    at(when(days), () => transaction(work))

  await told(-110, (tx) => concluded(tx, marta, found, { opens: when(-96), closes: when(-74) }))
  await told(-30, (tx) => underWay(tx, marta, found, { opens: when(-20), closes: when(24) }))
  for (const { title, said } of decisions)
    await told(-3, (tx) =>
      expect('kept', decide(tx, tommaso, { number: 2, idea: found(title).number }, said)),
    )

  const names = { titleIt: 'Terzo giro', titleEn: 'Third round' }
  const dates = { opensAt: when(40), closesAt: when(85) }
  await told(-6, (tx) => planRound(tx, marta, { ...names, ...dates, capacity: 3, perCategory: 1 }))
  const reason = `${quiet} Costa poco e serve a chiunque passi, anche a chi non compra niente.`
  await told(-5, (tx) =>
    expect('picked', pickIdea(tx, tommaso, 3, { idea: found(picked).number, reason })),
  )
}

type Days = { opens: Date; closes: Date }
type Planner = Parameters<typeof planRound>[1]

async function begun(tx: Tx, planner: Planner, plan: Plan) {
  const round = await planRound(tx, planner, plan)
  if (round === 'not-allowed') throw new Error('The story stumbled: a round was not planned')
  return round
}

/** What was told long ago: the moves themselves are in the life of each idea. */
async function concluded(tx: Tx, planner: Planner, found: Found, { opens, closes }: Days) {
  const names = { titleIt: 'Primo giro', titleEn: 'First round' }
  const dates = { opensAt: opens, closesAt: closes }
  const round = await begun(tx, planner, { ...names, ...dates, capacity: 5, perCategory: 1 })
  const ways = { filledAt: opens, publishedAt: closes, state: 'published' } as const
  await tx.update(rounds).set(ways).where(eq(rounds.id, round.id))
  for (const [title, toStatus] of past) {
    const { id: ideaId } = found(title)
    const votesCount = await votesOf(tx, ideaId)
    const wasPicked = title.startsWith('A quiet')
    await tx.insert(roundEntries).values({
      ...{ roundId: round.id, ideaId, state: 'in', enteredAt: opens },
      ...{ way: wasPicked ? 'pick' : 'votes', pickReason: wasPicked ? quiet : '' },
      ...{ votesAtEntry: votesCount, toStatus, decidedBy: planner.id, decidedAt: closes },
      outcome: 'moved',
    })
  }
}

async function underWay(tx: Tx, planner: Planner, found: Found, { opens, closes }: Days) {
  const names = { titleIt: 'Secondo giro', titleEn: 'Second round' }
  const dates = { opensAt: opens, closesAt: closes }
  const round = await begun(tx, planner, { ...names, ...dates, capacity: 5, perCategory: 1 })
  await tx.update(rounds).set({ filledAt: opens, state: 'open' }).where(eq(rounds.id, round.id))
  for (const title of open) {
    const { id: ideaId } = found(title)
    const votesCount = await votesOf(tx, ideaId)
    await tx.insert(roundEntries).values({
      ...{ roundId: round.id, ideaId, way: 'votes', state: 'in', enteredAt: opens },
      votesAtEntry: votesCount,
    })
  }
}

const decisions = [
  {
    title: open[0]!,
    said: {
      to: 'planned',
      note: 'La facciamo. Il fornitore della latta c’è, il coperchio tiene anche dopo cento aperture: cominciamo dal negozio di via dei Mulini.',
      couldChange: '',
      official: 'on' as const,
      version: 1,
    },
  },
  {
    title: open[1]!,
    said: {
      to: 'declined',
      note: 'Di notte al forno ci sono farina in aria e teglie a 240 gradi: con degli ospiti non possiamo lavorare in sicurezza.',
      reason: 'legal' as const,
      couldChange: 'Una vetrata fra il laboratorio e il cortile: è nel progetto del nuovo forno.',
      version: 1,
    },
  },
  {
    title: open[2]!,
    said: {
      note: 'Sentire il mulino: i lotti dei campi si possono tenere separati?',
      couldChange: '',
      version: 1,
    },
  },
]

async function votesOf(tx: Tx, ideaId: string) {
  const [idea] = await tx.select().from(ideas).where(eq(ideas.id, ideaId))
  return idea!.votesCount
}

async function expect(outcome: string, doing: Promise<unknown>) {
  const came = await doing
  if (came !== outcome) throw new Error(`The story stumbled: a round, ${String(came)}`)
}

import { and, desc, eq, isNull } from 'drizzle-orm'
import { postComment } from '#app/domain/comments/comment.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { decideDirectly } from '#app/domain/moderation/decide.server.ts'
import { decideObjection, objectTo } from '#app/domain/moderation/objection.server.ts'
import { tellDecision } from '#app/domain/moderation/tell.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { decisions, objections } from '../schema/moderation.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'

const hour = 3_600_000
const day = 24 * hour
const owner = 'marta_valdoro'
const moderator = 'nadia_forno'

type Complaint = {
  by: string
  body: string
  daysAgo: number
  answered?: { outcome: 'upheld' | 'overturned'; answer: string; daysAgo: number }
}

const quoted = {
  under: 'Prenotare il pane la sera e trovarlo pronto al mattino',
  body: 'Al forno di Cremona fanno già così: prenoti entro le 20 e il pane ti aspetta alle 6. La pagina con gli orari è sul loro sito, basta cercare «pane prenotato Cremona».',
  facts: 'Hai invitato a comprare da un altro forno. Qui la pubblicità non è ammessa.',
  daysAgo: 20,
}

const complaints: Complaint[] = [
  {
    by: 'tobia_m',
    body: 'Non sono un commerciante: la macchina la regalavo quasi, pensavo facesse comodo a chi il pane lo fa in casa.',
    daysAgo: 44,
    answered: {
      outcome: 'upheld',
      answer:
        'Ti crediamo, e il tono era gentile. Ma sotto un’idea si parla dell’idea, e un numero di telefono in pubblico non lo lasciamo mai: la decisione resta.',
      daysAgo: 41,
    },
  },
  {
    by: 'omar_b',
    body: 'Era una battuta, «pappamolle» lo dico anche a mio fratello. Un avviso per una parola così mi sembra troppo.',
    daysAgo: 9,
  },
]

/** Tells who was not content with a decision: who got an answer, who was right, who still waits. */
export async function tellObjections(stage: Stage, found: (title: string) => Idea) {
  const member = await quotedAndHidden(stage, found(quoted.under))
  const right: Complaint = {
    by: member,
    body: 'Non faccio pubblicità a nessuno: raccontavo un posto dove quello che chiediamo funziona già, perché possiate andare a vedere.',
    daysAgo: 19,
    answered: {
      outcome: 'overturned',
      answer:
        'Hai ragione tu. Era un esempio utile, e la persona che ha deciso l’ha letto troppo in fretta. Il commento è di nuovo al suo posto: grazie di averlo spiegato.',
      daysAgo: 17,
    },
  }
  for (const complaint of [right, ...complaints]) await complained(stage, complaint)
}

/** A comment of the member whom the demo signs in as, hidden in error. */
async function quotedAndHidden({ cast, today }: Stage, idea: Idea) {
  const start = today.getTime() - quoted.daysAgo * day
  const comment = await at(new Date(start), () =>
    transaction((tx) => postComment(tx, cast.get('giulia_b')!, idea.number, quoted)),
  )
  if (!comment || typeof comment === 'string') throw new Error(`The story stumbled: ${comment}`)
  await at(new Date(start + 2 * hour), () =>
    transaction(async (tx) => {
      const thing = { subject: 'comment' as const, subjectId: comment.id }
      const wish = { act: 'hide' as const, reason: 'spam' as const, facts: quoted.facts }
      const decision = await decideDirectly(tx, cast.get(moderator)!, thing, wish)
      if (!decision || typeof decision === 'string')
        throw new Error(`The story stumbled: ${decision}`)
      await tellDecision(tx, decision.id)
    }),
  )
  return 'giulia_b'
}

async function complained({ cast, today }: Stage, { by, body, daysAgo, answered }: Complaint) {
  const then = (days: number) => new Date(today.getTime() - days * day)
  const person = cast.get(by)!
  const decisionId = await transaction((tx) => latestAgainst(tx, person.id))
  await at(then(daysAgo), () => transaction((tx) => objectTo(tx, person, decisionId, body)))
  if (!answered) return
  await at(then(answered.daysAgo), () =>
    transaction(async (tx) => {
      const [sent] = await tx.select().from(objections).where(eq(objections.decisionId, decisionId))
      await decideObjection(tx, cast.get(owner)!, sent!.id, answered)
    }),
  )
}

async function latestAgainst(tx: Tx, personId: string) {
  const [decision] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.personId, personId), isNull(decisions.liftedAt)))
    .orderBy(desc(decisions.decidedAt))
  return decision!.id
}

import { postComment } from '#app/domain/comments/comment.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { mergeIdeas } from '#app/domain/merges/merge.server.ts'
import { carryMerge } from '#app/domain/merges/run.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { transaction } from '../database.server.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'
import { chanceOf, shuffled } from './chance.ts'

const hour = 3_600_000
const day = 24 * hour
const merger = 'tommaso_valdoro'

/** An idea that says what another said before; with `merged`, how the staff put the two together. */
type Duplicate = {
  of: string
  title: string
  body: string
  category: string
  author: string
  daysAgo: number
  votes: number
  comment?: { author: string; body: string; daysAgo: number }
  merged?: { daysAgo: number; note: string }
}

const duplicates: Duplicate[] = [
  {
    of: 'Una confezione che si richiude davvero',
    title: 'Un sacchetto di carta che si richiude, con una linguetta',
    body: 'Vivo da solo e un pacco di frollini mi dura una settimana. La molletta da bucato funziona, ma non è bella da portare in ufficio. Una linguetta di carta da infilare in una fessura basterebbe: niente colla, niente plastica, e il sacchetto va tutto nella carta.',
    category: 'packaging',
    author: 'renzo_b',
    daysAgo: 41,
    votes: 36,
    comment: {
      author: 'anna_r',
      body: 'La fessura nella carta l’ho vista in un forno di montagna: tiene, se la carta è doppia.',
      daysAgo: 33,
    },
    merged: {
      daysAgo: 12,
      note: 'Le due idee chiedono la stessa cosa, un sacchetto che si richiuda più di tre volte. La linguetta di Renzo è la prova che faremo per prima: insieme pesano di più, e la risposta sarà una sola.',
    },
  },
  {
    of: 'Prenotare il pane la sera e trovarlo pronto al mattino',
    title: 'Prenotare il pane con un messaggio, la sera prima',
    body: 'Passo alle sette e un quarto e il pane che voglio spesso è già finito. Mi basterebbe scrivere un messaggio la sera, anche solo «una segale, Giulia», e trovarla da parte con il nome.',
    category: 'communication',
    author: 'giulia_b',
    daysAgo: 11,
    votes: 22,
    merged: {
      daysAgo: 2,
      note: 'Ci sembra la stessa richiesta, detta con altre parole: il pane messo da parte la sera. Ti va se la uniamo all’altra? I nomi restano tutti e due.',
    },
  },
  {
    of: 'Etichette che si leggono senza occhiali',
    title: 'Ingredienti e allergeni più grandi sulle etichette, che si leggono male',
    body: 'Sulle etichette gli ingredienti sono scritti minuscoli. Chi ha un’allergia in casa li deve leggere ogni volta: più grandi, scuri su chiaro, e gli allergeni per primi.',
    category: 'packaging',
    author: 'caterina_f',
    daysAgo: 5,
    votes: 9,
  },
]

/**
 * Tells of three ideas that were said before: one that was merged, with the names of both authors;
 * one whose author is being asked; and one that nobody of the staff has compared yet.
 */
export async function tellMerges(stage: Stage, found: (title: string) => Idea) {
  for (const duplicate of duplicates) {
    const idea = await told(stage, duplicate)
    if (duplicate.merged) await merged(stage, duplicate, { idea, into: found(duplicate.of) })
  }
}

const momentOf = ({ today }: Stage, daysAgo: number, hours: number) =>
  new Date(today.getTime() - daysAgo * day + hours * hour)

async function told(stage: Stage, duplicate: Duplicate) {
  const { cast } = stage
  const { title, body, category, author, daysAgo, votes, comment } = duplicate
  const text = { title, body, categoryId: category, tags: [], locale: 'it' as const }
  const idea = await at(momentOf(stage, daysAgo, 1), () =>
    transaction((tx) => publishIdea(tx, cast.get(author)!, text)),
  )
  const voters = [...cast.values()].filter(
    ({ handle, roles }) => handle !== author && !roles.length,
  )
  const last = (duplicate.merged?.daysAgo ?? 1) + 1
  const some = shuffled(voters, chanceOf(title)).slice(0, votes)
  for (const [i, voter] of some.entries())
    await at(momentOf(stage, daysAgo - ((daysAgo - last) * (i + 1)) / votes, 2), () =>
      transaction((tx) => castVote(tx, voter, idea.number)),
    )
  if (comment)
    await at(momentOf(stage, comment.daysAgo, 3), () =>
      transaction((tx) =>
        postComment(tx, cast.get(comment.author)!, idea.number, { body: comment.body }),
      ),
    )
  return idea
}

async function merged(
  stage: Stage,
  { merged, title }: Duplicate,
  { idea, into }: { idea: Idea; into: Idea },
) {
  const { note, daysAgo } = merged!
  const wish = { source: idea.number, target: into.number, note }
  await at(momentOf(stage, daysAgo, 4), async () => {
    const came = await transaction((tx) => mergeIdeas(tx, stage.cast.get(merger)!, wish))
    if (!came?.merge) throw new Error(`The story stumbled: “${title}” is ${came?.is}`)
    if (came.is === 'begun') await carryMerge(came.merge)
  })
}

import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { askAuthor } from '#app/domain/workflow/question.server.ts'
import { transaction } from '../database.server.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'

const day = 86_400_000

type Asked = {
  idea: string
  by: string
  daysAgo: number
  body: string
  /** What the author answered, and when; without it the question still waits. */
  answer?: { daysAgo: number; body: string }
}

const questions: Asked[] = [
  {
    idea: 'Una notte al forno, per vedere come nasce il pane',
    by: 'tommaso_valdoro',
    daysAgo: 5,
    body:
      'Ci stiamo lavorando, e ci serve una cosa da te: **quante persone** immagini per volta? ' +
      'Tra le due e le quattro il laboratorio è pieno di teglie calde, e sopra le sei persone ' +
      'non garantisco né il pane né le sopracciglia.',
  },
  {
    idea: 'Un pane con il nome del campo da cui viene',
    by: 'marta_valdoro',
    daysAgo: 16,
    body:
      'Il campo cambia ogni anno, perché chi coltiva fa ruotare il grano. Ti va bene se il nome ' +
      'sul cartellino cambia con lui, o vorresti sempre lo stesso pane?',
    answer: {
      daysAgo: 14,
      body: 'Che cambi, è il bello. Un pane con la sua annata, come il vino ma senza il prezzo del vino.',
    },
  },
]

/** What the bakery asked the authors of ideas; one still owes an answer, and the promise waits for it. */
export async function tellQuestions({ today, cast }: Stage, found: (title: string) => Idea) {
  const people = [...cast.values()]
  const when = (daysAgo: number) => new Date(today.getTime() - daysAgo * day)
  for (const { idea: title, by, daysAgo, body, answer } of questions) {
    const { number, authorId } = found(title)
    const asker = cast.get(by)!
    const asking = () => transaction((tx) => askAuthor(tx, asker, number, body))
    const outcome = await at(when(daysAgo), asking)
    if (outcome !== 'asked') throw new Error(`“${title}” was not asked about: ${String(outcome)}`)
    const author = people.find(({ id }) => id === authorId)
    if (answer && author)
      await at(when(answer.daysAgo), () =>
        transaction((tx) => postComment(tx, author, number, { body: answer.body })),
      )
  }
}

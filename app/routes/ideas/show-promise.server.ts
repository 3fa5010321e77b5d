import { promiseAndQuestions } from '#app/domain/promises/idea-promise.server.ts'
import { stateOf } from '#app/domain/promises/promise.rules.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

/**
 * What an idea's page says of the brand's promise. Nothing is written when a promise becomes late:
 * a page is kept for a minute at most, and says so when it is made again.
 */
export async function promiseOn(ideaId: string) {
  const [{ promise, questions }, { calendar }] = await Promise.all([
    promiseAndQuestions(db, ideaId),
    siteSettings(db),
  ])
  const state = promise && stateOf(promise, now())
  const told = questions.map(({ body, ...question }) => ({
    ...question,
    html: renderMarkdown(body),
  }))
  return {
    timeZone: calendar.timeZone,
    now: promise && state && state !== 'uncounted' ? shown(promise, state) : null,
    open: told.find(({ answeredAt }) => !answeredAt) ?? null,
    before: told.filter(({ answeredAt, closedHow }) => answeredAt && closedHow !== 'withdrawn'),
  }
}

type Known = NonNullable<Awaited<ReturnType<typeof promiseAndQuestions>>['promise']>
type Shown = Exclude<ReturnType<typeof stateOf>, 'uncounted'>

const shown = ({ days, dueAt, pausedAt, endedAt }: Known, state: Shown) => ({
  ...{ state, days, dueAt, pausedAt, endedAt },
})

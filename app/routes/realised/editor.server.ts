import type { LoaderFunctionArgs } from '@remix-run/node'
import { excerptOf } from '#app/domain/ideas/excerpt.rules.ts'
import { findIdea, type Idea } from '#app/domain/ideas/idea.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { dayIn } from '#app/domain/notifications/hours.rules.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import {
  changesOf,
  commentsToChoose,
  photoOf,
  sourcesOf,
} from '#app/domain/realised/realised-page.server.ts'
import { isReal, realisationOf } from '#app/domain/realised/realised.server.ts'
import { officialAnswerOf } from '#app/domain/workflow/timeline.server.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'

/** What the editor of a realised thing begins with: its page as it is, or the idea's own words. */
export async function realisedEditor({ params, context }: LoaderFunctionArgs, editor: Person) {
  const idea = found(await findIdea(db, numberIn(params), editor))
  const [page, sources, changes] = await Promise.all([
    realisationOf(db, idea.id),
    sourcesOf(db, idea.id),
    changesOf(db, idea.id),
  ])
  const [offered, photo] = await Promise.all([
    commentsToChoose(db, [idea.id, ...sources.map(({ id }) => id)]),
    photoOf(db, page?.photoId ?? null),
  ])
  const words = page ?? (await wordsToBeginWith(idea, context.visit.locale))
  const more = changes.filter(({ id }) => !offered.some((one) => one.id === id))
  return {
    idea: { number: idea.number, slug: idea.slug, title: idea.title },
    isDone: isReal(idea),
    ...stateOf(page),
    photo,
    stored: {
      ...fieldsOf(words),
      sources: sources.map(({ number }) => number).join(', '),
      photoAlt: photo?.alt ?? '',
      comment: changes.map(({ id }) => id).join(),
      ...Object.fromEntries(changes.map(({ id, change }) => [`change-${id}`, change])),
    } as Record<string, string>,
    comments: [...more.map((one) => ({ ...one, useful: 0 })), ...offered].map(
      ({ id, body, author, useful }) => ({
        id,
        useful,
        said: excerptOf(body),
        who: author?.displayName ?? null,
      }),
    ),
  }
}

type Page = NonNullable<Awaited<ReturnType<typeof realisationOf>>>
type Words = Pick<Page, 'title' | 'story' | 'locale' | 'honesty' | 'realisedOn' | 'productUrl'>

const stateOf = (page?: Page) => ({
  version: page?.version ?? 0,
  publishedAt: page?.publishedAt ?? null,
})

async function wordsToBeginWith(idea: Idea, locale: 'it' | 'en'): Promise<Words> {
  const [answer, zone] = await Promise.all([officialAnswerOf(db, idea.id), zoneOf(db)])
  return {
    title: idea.title,
    story: answer?.body ?? '',
    locale: idea.locale ?? locale,
    honesty: 'born_here',
    realisedOn: dayIn(zone, now()),
    productUrl: null,
  }
}

const fieldsOf = ({ title, story, locale, honesty, realisedOn, productUrl }: Words) =>
  ({
    title,
    story,
    locale: locale ?? 'it',
    honesty,
    realisedOn,
    productUrl: productUrl ?? '',
  }) as Record<string, string>

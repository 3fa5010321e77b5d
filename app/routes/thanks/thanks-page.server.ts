import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { plainText } from '#app/domain/ideas/markdown.rules.ts'
import { beginning } from '#app/domain/ideas/excerpt.rules.ts'
import { personOf } from '#app/domain/identity/person.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { ThanksForm } from '#app/domain/thanks/thanks.form.ts'
import { canTakeBack } from '#app/domain/thanks/thanks.rules.ts'
import {
  type Deed,
  type DeedFound,
  findDeed,
  giveThanks,
  hindrance,
  takeBackThanks,
  thanksFor,
} from '#app/domain/thanks/thanks.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

/** What is thanked for: its words, and the page on which everybody reads it. */
export type Shown = { words: string; path: string }

const longest = 280

/** The page on which thanks are said, or taken back while that is possible. */
export async function thanksPage(
  knock: LoaderFunctionArgs,
  deed: Deed,
  shown: () => Promise<Shown>,
) {
  const giver = await requirePermission(knock, 'thanks.give')
  const done = found(await findDeed(db, giver, deed))
  const [given, author, { words, path }] = await Promise.all([
    thanksFor(db, done),
    personOf(db, done.authorId ?? ''),
    shown(),
  ])
  return {
    of: done.commentId ? ('comment' as const) : ('idea' as const),
    who: author?.displayName ?? null,
    excerpt: beginning(plainText(words), longest),
    path,
    ...(given ? told(given) : await toTell(giver, done)),
  }
}

/** Thanks that were said. */
const told = (given: NonNullable<Awaited<ReturnType<typeof thanksFor>>>) => ({
  team: given.team,
  hindered: null,
  given: { at: given.thankedAt, isRecent: canTakeBack(given, now()) },
})

/** In whose name they would be said, or what stands in the way. */
async function toTell(giver: Person, done: DeedFound) {
  const [hindered, { name }] = await Promise.all([hindrance(db, giver, done), siteSettings(db)])
  return { team: giver.team ?? name, hindered: hindered ?? null, given: null }
}

/** Says thanks or takes them back, and leads to where everybody reads it. */
export async function answerThanks(
  knock: ActionFunctionArgs,
  deed: Deed,
  shown: () => Promise<Shown>,
) {
  const giver = await requirePermission(knock, 'thanks.give')
  found(await findDeed(db, giver, deed))
  const form = await read(knock.request, ThanksForm)
  if (form.reply) return invalid(form.reply)
  const act = form.values.intent === 'thank' ? giveThanks : takeBackThanks
  const outcome = found(await transaction((tx) => act(tx, giver, deed)))
  const { path } = await shown()
  return back(path, `thanks-${outcome.replace('thanks-', '')}`)
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { rewardNames } from '#app/domain/rewards/edit-list.server.ts'
import { QueueQuery } from '#app/domain/rewards/queue.form.ts'
import { queueCounts, redemptionNames, redemptionQueue } from '#app/domain/rewards/queue.server.ts'
import { moveRedemption } from '#app/domain/rewards/redemption.server.ts'
import type { RedemptionState } from '#app/domain/rewards/redemption.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { momentOf } from '#db/time.ts'

type Locale = 'it' | 'en'
const titleIn = (locale: Locale, words: { titleIt: string; titleEn: string }) =>
  locale === 'it' ? words.titleIt : words.titleEn

/** One page of what was asked for, as its address says. */
export async function queuePage({ request, context }: LoaderFunctionArgs, member: Person) {
  const { locale } = context.visit
  const said = QueueQuery.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [counts, names] = await Promise.all([queueCounts(db), rewardNames(db)])
  const state = said.state ?? (counts.requested || !counts.approved ? 'requested' : 'approved')
  const rewardId = names.some(({ id }) => id === said.reward) ? said.reward : undefined
  const after = placeIn(said.after)
  const { rows, next } = await redemptionQueue(db, { state, rewardId, after })
  return {
    ...{ state, counts, reward: rewardId ?? null },
    rewards: names.map((one) => ({ id: one.id, title: titleIn(locale, one) })),
    isFirst: !after,
    next: next ? `${+next.at}.${next.id}` : null,
    rows: rows.map(({ personId, reward, moves, ...row }) => ({
      ...row,
      title: titleIn(locale, reward),
      kind: reward.kind,
      isOwn: personId === member.id,
      moves: personId === member.id ? [] : moves,
    })),
  }
}
export type QueuePage = Awaited<ReturnType<typeof queuePage>>

function placeIn(written?: string) {
  const [, at, id] = /^(\d{1,15})\.(.+)$/.exec(written ?? '') ?? []
  return at && id ? { at: momentOf(Number(at)), id } : undefined
}

/** `title` and `who` are null where there is no such redemption, `who` also where its owner left. */
export type MoveResult = {
  id: string
  outcome: string
  title: string | null
  who: string | null
}
type Wish = { ids: string[]; to: RedemptionState; note: string }

/** The same step for each, in a transaction of its own: what one refuses holds up none of the others. */
export async function moveEach(member: Person, { ids, to, note }: Wish, locale: Locale) {
  const names = await redemptionNames(db, ids)
  const results: MoveResult[] = []
  for (const id of new Set(ids)) {
    const outcome = await transaction((tx) => moveRedemption(tx, member, { id, to }, { note }))
    const named = names.get(id)
    const title = named ? titleIn(locale, named) : null
    results.push({ id, outcome: outcome ?? 'gone', title, who: named?.who ?? null })
  }
  return results
}

import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OwnForm } from '#app/domain/rewards/redeem.form.ts'
import {
  cancelRedemption,
  ownRedemption,
  showCode,
} from '#app/domain/rewards/redemption-own.server.ts'
import { OwnReward } from '#app/ui/own-reward.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import receiptStyles from '#app/ui/receipt.css?url'
import rewardStyles from '#app/ui/reward.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: rewardStyles },
  { rel: 'stylesheet', href: receiptStyles },
]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.title ?? { key: 'rewards:mine.title' })

/** Only who took it knows of this page; the answer is kept nowhere. */
export async function loader(knock: LoaderFunctionArgs) {
  const owner = await requireMember(knock)
  const own = found(await ownRedemption(db, owner, knock.params.id ?? ''))
  const { redemption, reward, steps, address, code, canGiveBack } = own
  // What nobody had to approve is not told as approved.
  const isLong = reward.kind === 'prize' || reward.needsApproval
  const isTold = (step: { state: string }) => isLong || step.state !== 'approved'
  const { id, state, price, createdAt, shownAt, tracking, creditName, addressUntil } = redemption
  return {
    ...{ id, state, price, createdAt, shownAt, tracking, creditName, addressUntil },
    ...{ address, code, canGiveBack },
    ...{ kind: reward.kind, slug: reward.slug, needsApproval: reward.needsApproval },
    isPublic: reward.state !== 'draft',
    title: knock.context.visit.locale === 'it' ? reward.titleIt : reward.titleEn,
    steps: steps.filter(isTold).map(({ id, state, at, note, actorId }) => ({
      ...{ id, state, at, note },
      by:
        actorId === owner.id ? ('you' as const) : actorId ? ('team' as const) : ('house' as const),
    })),
  }
}

export async function action(knock: ActionFunctionArgs) {
  const owner = await requireMember(knock)
  const form = await read(knock.request, OwnForm)
  if (form.reply) return invalid(form.reply)
  const id = knock.params.id ?? ''
  const here = `/me/rewards/${id}`
  if (form.values.intent === 'show') {
    const seen = found(await transaction((tx) => showCode(tx, owner, id)))
    return back(`${here}#code`, seen === 'not-yet' ? 'code-not-yet' : undefined)
  }
  const came = found(await transaction((tx) => cancelRedemption(tx, owner, id)))
  return back(here, `redemption-${came}`)
}

export type OwnRewardPage = typeof loader

export default function MyReward() {
  return <OwnReward own={useLoaderData<typeof loader>()} />
}

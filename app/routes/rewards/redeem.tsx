import { randomUUID } from 'node:crypto'
import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { accountOf } from '#app/domain/points/account.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import {
  findReward,
  type Shown,
  standingsBefore,
  withinReach,
} from '#app/domain/rewards/catalogue.server.ts'
import { redeemReward, refusalAhead, type Redeemed } from '#app/domain/rewards/redeem.server.ts'
import { redeemForms } from '#app/domain/rewards/redeem.form.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { RedeemPage } from '#app/ui/redeem-page.tsx'
import receiptStyles from '#app/ui/receipt.css?url'
import rewardStyles from '#app/ui/reward.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { fieldsOf, invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { rewardCard } from './card.ts'
import { inTurn } from './turn.server.ts'
import { forgetWish, keepWish, keptWish } from './wish.server.ts'

const mostAlternatives = 3

export const handle: Handle = { section: 'rewards' }
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: rewardStyles },
  { rel: 'stylesheet', href: receiptStyles },
]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data && { key: 'rewards:redeem.title', values: { title: data.title } })

/** What it costs, what is left, what is needed and why: everything before the one button. */
export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireMember(knock)
  const { locale } = knock.context.visit
  const reward = found(await findReward(db, knock.params.slug ?? ''))
  const { addressDays, pointLevels } = await siteSettings(db)
  const { offer: _, ...standing } = (await standingsBefore(db, member.id, [reward])).get(reward.id)!
  const others = standing.is === 'can' ? [] : await withinReach(db, member.id, reward.id)
  return {
    ...rewardCard(reward, locale, pointLevels),
    ...{ standing, addressDays, needsApproval: reward.needsApproval },
    available: (await accountOf(db, member.id)).available,
    creditName: member.displayName,
    idempotencyKey: randomUUID(),
    typed: keptWish(knock.request, member),
    alternatives: others
      .slice(0, mostAlternatives)
      .map((other) => rewardCard(other, locale, pointLevels)),
  }
}

export async function action(knock: ActionFunctionArgs) {
  const { request, params, context } = knock
  if (!context.visit.viewer) throw await signInFirst(knock)
  const member = await requireMember(knock)
  const reward = found(await findReward(db, params.slug ?? ''))
  const form = await read(request, redeemForms[reward.kind])
  if (form.reply) return invalid(form.reply)
  const wish = wishIn(reward, form.values)
  const came = found(
    await inTurn(
      async () =>
        (await refusalAhead(db, member, wish)) ??
        transaction((tx) => redeemReward(tx, member, wish)),
    ),
  )
  if (came.is === 'redeemed')
    return back(`/me/rewards/${came.id}`, 'reward-redeemed', [forgetWish()])
  return refused(request, member, came)
}

/** What is bought is said yes to by whoever is signed in, so it is not done by signing in. */
async function signInFirst({ request, params }: ActionFunctionArgs) {
  const to = encodeURIComponent(`/rewards/${params.slug ?? ''}/redeem`)
  await fieldsOf(request)
  const wish = await keepWish(request, undefined)
  const headers: HeadersInit = wish ? { 'Set-Cookie': wish } : {}
  return redirect(`/login?redirectTo=${to}`, { status: 303, headers })
}

type Values = Partial<Record<string, string | number>> & { idempotencyKey: string; price?: number }

function wishIn({ slug, kind }: Shown, values: Values) {
  const text = (name: string) => String(values[name] ?? '')
  const address = {
    ...{ name: text('name'), street: text('street'), postcode: text('postcode') },
    ...{ city: text('city'), province: text('province'), country: text('country') },
  }
  return {
    ...{ slug, key: values.idempotencyKey, price: values.price },
    address: kind === 'prize' ? address : undefined,
    creditName: kind === 'thanks' ? text('creditName') : undefined,
  }
}

/** The same page with what was typed, and why not: 409 where the key says another wish, else 400. */
async function refused(request: Request, member: Person, { is }: Redeemed) {
  const wish = await keepWish(request, member)
  const initialValue = Object.fromEntries(await fieldsOf(request))
  return json(
    { initialValue, refused: is, isKept: !!wish },
    {
      status: is === 'other-wish' ? 409 : 400,
      headers: wish ? { 'Set-Cookie': wish } : {},
    },
  )
}

export default function Redeem() {
  return <RedeemPage reward={useLoaderData<typeof loader>()} />
}

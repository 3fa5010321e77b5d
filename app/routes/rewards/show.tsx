import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { plainText, renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { creditedBy, findReward, raisedFor } from '#app/domain/rewards/catalogue.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { Handle } from '#app/root.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { RewardThing } from '#app/ui/reward-thing.tsx'
import rewardStyles from '#app/ui/reward.css?url'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { rewardCard } from './card.ts'

export const handle: Handle = { section: 'rewards' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: rewardStyles }]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data
    ? ogMeta(matches, {
        title: data.title,
        description: data.description,
        path: `/rewards/${data.slug}`,
        image: data.photo ? `/images/${data.photo.id}/large` : undefined,
      })
    : []

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const reward = found(await findReward(db, params.slug ?? ''))
  const { addressDays, pointLevels } = await siteSettings(db)
  const { id, kind, goal, perMember, needsApproval } = reward
  const isItalian = locale === 'it'
  const text = isItalian ? reward.textIt : reward.textEn
  const terms = isItalian ? reward.termsIt : reward.termsEn
  return {
    ...rewardCard(reward, locale, pointLevels),
    ...{ goal, perMember, needsApproval, addressDays },
    html: renderMarkdown(text, { links: true }),
    termsHtml: terms ? renderMarkdown(terms, { links: true }) : null,
    description: plainText(text).slice(0, 200),
    raised: goal ? ((await raisedFor(db, [id])).get(id) ?? 0) : 0,
    named: kind === 'thanks' ? await creditedBy(db, id) : [],
  }
}

export default function Reward() {
  return <RewardThing reward={useLoaderData<typeof loader>()} />
}

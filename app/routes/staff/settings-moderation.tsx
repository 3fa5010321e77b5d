import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { categoryList } from '#app/domain/ideas/categories.server.ts'
import { RulesForm } from '#app/domain/moderation/settings.form.ts'
import { changeModerationRules, moderationRules } from '#app/domain/moderation/settings.server.ts'
import { heldWordList } from '#app/domain/moderation/word-list.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { RulesPage } from '../settings-moderation/rules-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'moderation.rules')
  const { locale } = knock.context.visit
  const [{ rules, seen }, every, words] = await Promise.all([
    moderationRules(db),
    categoryList(db),
    heldWordList(db),
  ])
  const categories = every.map(({ id, labelIt, labelEn }) => ({
    value: id,
    label: locale === 'it' ? labelIt : labelEn,
  }))
  return { rules, seen, categories, wordsCount: words.length }
}

export async function action(knock: ActionFunctionArgs) {
  const person = await requirePermission(knock, 'moderation.rules')
  const form = await read(knock.request, RulesForm)
  if (form.reply) return invalid(form.reply)
  const { seen, holdLinks, holdSimilar, reviewedCategories = [], ...figures } = form.values
  const known = (await categoryList(db)).map(({ id }) => id)
  const wish = {
    ...figures,
    holdLinks: holdLinks === 'on',
    holdSimilar: holdSimilar === 'on',
    reviewedCategories: known.filter((id) => reviewedCategories.includes(id)),
  }
  const outcome = await transaction((tx) => changeModerationRules(tx, person, seen, wish))
  if (outcome === 'stale') return form.refuse({ flagHideWeight: 'moderation:settings.stale' })
  return back('/staff/settings/moderation', 'moderation-rules')
}

export default RulesPage

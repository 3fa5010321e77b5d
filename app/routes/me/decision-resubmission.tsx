import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ResubmissionForm } from '#app/domain/appeals/appeal.form.ts'
import { resubmit } from '#app/domain/appeals/resubmission.server.ts'
import editorUrl from '#app/editor.ts?worker&url'
import { categoryList } from '#app/domain/ideas/categories.server.ts'
import { tagsOfIdea } from '#app/domain/ideas/draft.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import editorStyles from '#app/ui/editor.css?url'
import receiptStyles from '#app/ui/receipt.css?url'
import { Receipt } from '#app/ui/receipt.tsx'
import { ResubmissionEditor } from '#app/ui/resubmission-editor.tsx'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireVoice } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { levelRefusal } from '../level-refusal.server.ts'
import { Closed } from './decision-closed.tsx'
import { decisionPage, receiptOf } from './decision.server.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: editorStyles },
  { rel: 'stylesheet', href: receiptStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'appeals:resubmission.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const page = await decisionPage(knock)
  const { receipt } = await receiptOf(knock)
  const { id, title, body, categoryId } = receipt.idea
  const [tags, categories] = await Promise.all([tagsOfIdea(db, id), categoryList(db)])
  const { locale } = knock.context.visit
  return {
    ...page,
    stored: { title, body, category: categoryId, tags: tags.join(', ') },
    categories: categories.map(({ id, labelIt, labelEn }) => ({
      value: id,
      label: locale === 'en' ? labelEn : labelIt,
    })),
  }
}

const refusals = {
  unchanged: 'appeals:resubmission.error.unchanged',
  waiting: 'appeals:resubmission.error.waiting',
  'used-up': 'appeals:resubmission.error.usedUp',
  busy: 'appeals:resubmission.error.busy',
  over: 'appeals:resubmission.error.over',
}

/** A refusal comes with the page and the typed words, whatever has become of the decision. */
export async function action(knock: ActionFunctionArgs) {
  await requireVoice(knock)
  const { author, receipt } = await receiptOf(knock)
  const { number } = receipt.idea
  const form = await read(knock.request, ResubmissionForm)
  if (form.reply) return invalid(form.reply)
  const { decision, message, category: categoryId, title, body, tags } = form.values
  if (!(await categoryList(db)).some(({ id }) => id === categoryId))
    return form.refuse({ category: 'ideas:editor.error.category' })

  const sent = { decision, message, text: { title, body, categoryId, tags } }
  const outcome = found(await transaction((tx) => resubmit(tx, author, number, sent)))
  if (outcome === 'resubmitted') return back(`/me/ideas/${number}/decision`, 'resubmitted')
  if (outcome === 'too-many-links') {
    const { key, words } = await levelRefusal(author, 'links', knock.context.visit.locale)
    return form.refuse({ body: key }, words)
  }
  return form.refuse({ body: refusals[outcome] })
}

/** The refused idea, to be written anew, with the decision beside it. */
export default function Resubmitting() {
  const { idea, receipt, stored, categories, may } = useLoaderData<typeof loader>()
  const { t } = useTranslation('appeals')
  const isTyped = !!useActionData<typeof action>()
  if (may.resubmit !== 'open' && !isTyped)
    return <Closed number={idea.number} title={t('resubmission.title')} />
  const cancel = `/me/ideas/${idea.number}/decision`
  return (
    <div className="decision">
      <Pagehead
        above={
          <a className="act" href={cancel}>
            <Icon name="arrow-left" /> {t('receipt.title')}
          </a>
        }
        title={t('resubmission.title')}
        lead={t('resubmission.lead')}
      />
      <Receipt decided={receipt} />
      <ResubmissionEditor
        decision={receipt.id}
        stored={stored}
        categories={categories}
        cancel={cancel}
      />
      <script type="module" src={editorUrl} />
    </div>
  )
}

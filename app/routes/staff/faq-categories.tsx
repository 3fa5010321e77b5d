import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { placeCategory, questionsInEach, removeCategory } from '#app/domain/faq/category.server.ts'
import { CategoryStepForm } from '#app/domain/faq/faq.form.ts'
import { faqCategoryList } from '#app/domain/faq/faq.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useFormat } from '#app/ui/format.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Table } from '#app/ui/table.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { Steps } from '../settings/steps.tsx'

export { faqDeskLinks as links } from '../faq-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'faq:parts.title' })

const page = '/staff/faq/categories'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'faq.edit')
  const [all, counts] = await Promise.all([faqCategoryList(db), questionsInEach(db)])
  return { categories: all.map((one) => ({ ...one, questions: counts.get(one.id) ?? 0 })) }
}

/** One step of one category: its place, or out of the list where it is empty. */
export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'faq.edit')
  const form = await read(knock.request, CategoryStepForm)
  if (form.reply) return invalid(form.reply)
  const { id, step } = form.values
  const outcome = found(
    await transaction((tx) =>
      step === 'remove'
        ? removeCategory(tx, editor, id)
        : placeCategory(tx, editor, id, step === 'up' ? -1 : 1),
    ),
  )
  if (outcome === 'filled' || outcome === 'last')
    return form.refuse({ id: `faq:parts.error.${outcome}` })
  return back(page, `faq-category-${outcome}`)
}

/** What the questions are sorted by, in the order in which everybody reads them. */
export default function FaqCategories() {
  const { t } = useTranslation('faq')
  const { categories } = useLoaderData<typeof loader>()
  const { errors } = useTyped()
  const { number } = useFormat()
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('edit.title'), href: '/staff/faq' }, { label: t('parts.title') }]}
      />
      <Pagehead
        title={t('parts.title')}
        lead={t('parts.lead')}
        action={
          <ButtonLink icon="plus" href={`${page}/new`}>
            {t('parts.add')}
          </ButtonLink>
        }
      />
      <div className="sections">
        <ErrorSummary errors={errors} />
        <Table
          caption={t('parts.title')}
          columns={[
            { key: 'labelIt', label: t('parts.labelIt') },
            { key: 'labelEn', label: t('parts.labelEn') },
            { key: 'questions', label: t('parts.questions'), numeric: true },
            { key: 'steps', label: t('parts.order') },
          ]}
          rows={categories.map(({ id, labelIt, labelEn, questions }, i) => ({
            key: id,
            cells: {
              labelIt: <a href={`${page}/${id}`}>{labelIt}</a>,
              labelEn: <span lang="en">{labelEn}</span>,
              questions: number(questions),
              steps: (
                <Steps
                  {...{ id, name: labelIt, isFirst: i === 0 }}
                  isLast={i === categories.length - 1}
                  removes
                />
              ),
            },
          }))}
        />
      </div>
    </>
  )
}

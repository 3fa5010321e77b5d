import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  addCategory,
  findCategory,
  renameCategory,
  seenOf,
} from '#app/domain/faq/category.server.ts'
import { CategoryForm } from '#app/domain/faq/faq.form.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { SettingsForm } from '../settings/settings-page.tsx'
import { BothVersions } from '../settings/stale.tsx'
import { isStale } from '../settings/status-answer.ts'

export { faqDeskLinks as links } from '../faq-desk/links.ts'
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.labelIt || { key: 'faq:parts.add' })

const page = '/staff/faq/categories'

async function categoryIn({ id = '' }: { id?: string }) {
  return id === 'new' ? undefined : found(await findCategory(db, id))
}

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'faq.edit')
  const category = await categoryIn(knock.params)
  if (!category) return { labelIt: '', labelEn: '', seen: '' }
  const { labelIt, labelEn } = category
  return { labelIt, labelEn, seen: seenOf(category) }
}

export async function action(knock: ActionFunctionArgs) {
  const editor = await requirePermission(knock, 'faq.edit')
  const category = await categoryIn(knock.params)
  const form = await read(knock.request, CategoryForm)
  if (form.reply) return invalid(form.reply)
  const { seen, ...labels } = form.values
  const outcome = found(
    await transaction((tx) =>
      category
        ? renameCategory(tx, editor, { id: category.id, seen }, labels)
        : addCategory(tx, editor, labels),
    ),
  )
  if (outcome === 'stale') return form.refuse({ seen: 'faq:parts.error.stale' })
  return back(page, 'faq-category-saved')
}

const names = ['labelIt', 'labelEn'] as const

/** The name of one category, in both languages. */
export default function FaqCategory() {
  const { t } = useTranslation('faq')
  const { seen, ...stored } = useLoaderData<typeof loader>()
  const typed = useTyped(stored)
  const title = t(stored.labelIt ? 'parts.one' : 'parts.add')
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('edit.title'), href: '/staff/faq' },
          { label: t('parts.title'), href: page },
          { label: title },
        ]}
      />
      <Pagehead title={title} />
      <div className="sections">
        <ErrorSummary errors={typed.errors} />
        {isStale(typed.errors) && (
          <BothVersions
            lines={names.map((name) => ({
              ...{ key: name, label: t(`parts.${name}`) },
              ...{ now: stored[name], mine: typed.text(name) ?? '' },
            }))}
          />
        )}
        <SettingsForm
          seen={seen}
          save={t('parts.save')}
          cancel={{ label: t('parts.cancel'), href: page }}
        >
          {names.map((name) => (
            <Field
              key={name}
              {...typed.field(name)}
              label={t(`parts.${name}`)}
              maxLength={60}
              required
            />
          ))}
        </SettingsForm>
      </div>
    </>
  )
}

import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { desksOf } from '#app/domain/identity/desk.rules.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { requirePermission } from '#app/web/guard.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:staff.label' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requirePermission(knock, 'staff.enter')
  const [first] = desksOf(member)
  if (first) throw redirect(first.href)
  return null
}

/** For a role that has no desk of its own yet. */
export default function StaffHome() {
  const { t } = useTranslation('identity')
  return (
    <>
      <Pagehead title={t('staff.label')} />
      <Empty icon="shield" title={t('staff.none')} text={t('staff.noneText')} />
    </>
  )
}

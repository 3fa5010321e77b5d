import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { desksOf } from '#app/domain/identity/desk.rules.ts'
import type { Handle } from '#app/root.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { requirePermission } from '#app/web/guard.server.ts'

export const handle: Handle = { section: 'staff', wide: true }

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requirePermission(knock, 'staff.enter')
  return { desks: desksOf(member) }
}

export default function Staff() {
  const { t } = useTranslation('identity')
  const { desks } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <>
      <TabsNav
        label={t('staff.label')}
        tabs={desks.map(({ name, href }) => ({
          href,
          label: t(`staff.tabs.${name}`),
          current: `${pathname}/`.startsWith(`${href}/`),
        }))}
      />
      <Outlet />
    </>
  )
}

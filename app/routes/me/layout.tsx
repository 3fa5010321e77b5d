import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Handle } from '#app/root.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { requireMember } from '#app/web/guard.server.ts'

export const handle: Handle = { section: 'me' }

export async function loader(knock: LoaderFunctionArgs) {
  await requireMember(knock)
  return null
}

const tabs = [
  ['overview', '/me'],
  ['profile', '/me/profile'],
  ['ideas', '/me/ideas'],
  ['votes', '/me/votes'],
  ['comments', '/me/comments'],
  ['followed', '/me/followed'],
  ['notifications', '/me/notifications'],
  ['settings', '/me/settings'],
  ['security', '/me/security'],
] as const

export default function Me() {
  const { t } = useTranslation('identity')
  const { pathname } = useLocation()
  // Typing the password again is a step of the security pages.
  const here = pathname === '/me/proof' ? '/me/security' : pathname
  const isHere = (href: string) =>
    href === '/me' ? here === href : `${here}/`.startsWith(`${href}/`)
  return (
    <>
      <TabsNav
        label={t('me.label')}
        tabs={tabs.map(([name, href]) => ({
          href,
          label: t(`me.tabs.${name}`),
          current: isHere(href),
        }))}
      />
      <Outlet />
    </>
  )
}

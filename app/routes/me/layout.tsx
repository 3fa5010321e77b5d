import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Handle } from '#app/root.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { requireConcerned, requireMember } from '#app/web/guard.server.ts'

export const handle: Handle = { section: 'me' }

/** Whoever is suspended is let in as far as the decisions about them, and has no other pages here. */
export async function loader(knock: LoaderFunctionArgs) {
  const isOfDecisions = new URL(knock.request.url).pathname.startsWith('/me/decisions')
  await (isOfDecisions ? requireConcerned(knock) : requireMember(knock))
  return { isOut: !!knock.context.visit.shutOut }
}

const tabs = [
  ['overview', '/me'],
  ['profile', '/me/profile'],
  ['ideas', '/me/ideas'],
  ['votes', '/me/votes'],
  ['comments', '/me/comments'],
  ['followed', '/me/followed'],
  ['points', '/me/points'],
  ['rewards', '/me/rewards'],
  ['cases', '/me/cases'],
  ['notifications', '/me/notifications'],
  ['settings', '/me/settings'],
  ['security', '/me/security'],
] as const

export default function Me() {
  const { t } = useTranslation('identity')
  const { pathname } = useLocation()
  const { isOut } = useLoaderData<typeof loader>()
  const { title: points } = usePoints()
  // Typing the password again is a step of the security pages.
  const here = pathname === '/me/proof' ? '/me/security' : pathname
  const isHere = (href: string) =>
    href === '/me' ? here === href : `${here}/`.startsWith(`${href}/`)
  if (isOut) return <Outlet />
  return (
    <>
      <TabsNav
        label={t('me.label')}
        tabs={tabs.map(([name, href]) => ({
          href,
          label: name === 'points' ? points : t(`me.tabs.${name}`),
          current: isHere(href),
        }))}
      />
      <Outlet />
    </>
  )
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Handle } from '#app/root.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { requireConcerned, requireMember } from '#app/web/guard.server.ts'

export const handle: Handle = { section: 'me' }

const leftToAll = /^\/me\/(decisions|privacy|proof)(\/|$)/

/** Whoever is suspended is let in to the decisions about them and to their data, and has no other pages here. */
export async function loader(knock: LoaderFunctionArgs) {
  const { pathname } = new URL(knock.request.url)
  await (leftToAll.test(pathname) ? requireConcerned(knock) : requireMember(knock))
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

/** Pages that have no tab: they are read from another one. */
const lentTo: Record<string, string> = {
  '/me/proof': '/me/security',
  '/me/privacy': '/me/settings',
  '/me/decisions': '/me/notifications',
}

export default function Me() {
  const { t } = useTranslation('identity')
  const { pathname } = useLocation()
  const { isOut } = useLoaderData<typeof loader>()
  const { title: points } = usePoints()
  const here = lentTo[pathname.split('/').slice(0, 3).join('/')] ?? pathname
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

import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { may } from '#app/domain/identity/viewer.rules.ts'
import { Icon } from '#app/ui/icon.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import staffStyles from '#app/ui/staff.css?url'
import { requirePermission } from '#app/web/guard.server.ts'
import { cards } from '../settings/cards.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'workflow:settings.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const admin = await requirePermission(knock, 'site.settings')
  return { cards: cards.filter(({ needs }) => may(admin, needs)) }
}

export default function Settings() {
  const { t } = useTranslation('workflow')
  const say = t as (key: string) => string
  const { cards } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={t('settings.title')} lead={t('settings.lead')} />
      <ul className="setting-cards">
        {cards.map(({ href, icon, title, text }) => (
          <li key={href}>
            <Icon name={icon} />
            <h2>
              <a href={href}>{say(title)}</a>
            </h2>
            <p className="quiet">{say(text)}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

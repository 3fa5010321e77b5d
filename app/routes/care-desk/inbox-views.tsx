import { useTranslation } from 'react-i18next'
import { caseViews, stateChoices } from '#app/domain/care/list.form.ts'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { inboxHref, type List } from './list.tsx'

const most = 99

/** Whose cases, and in which states. */
export function InboxViews({ list }: { list: List }) {
  const { t } = useTranslation('care')
  const { counts, topic, tag } = list
  const told = (n: number) => (n > most ? ` (${t('inbox.more', { n: most })})` : n ? ` (${n})` : '')
  return (
    <>
      <SortTabs
        label={t('inbox.views')}
        tabs={caseViews.map((view) => ({
          href: inboxHref({ view, topic, tag }),
          label: `${t(`inbox.view.${view}`)}${told(counts[view])}`,
          current: list.view === view,
        }))}
      />
      <nav className="inbox-states" aria-label={t('inbox.states')}>
        <ul>
          {stateChoices.map((state) => (
            <li key={state}>
              <a
                href={inboxHref({ view: list.view, state, topic, tag })}
                aria-current={list.state === state ? 'true' : undefined}
              >
                {t(`inbox.state.${state}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

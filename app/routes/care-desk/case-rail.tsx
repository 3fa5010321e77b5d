import { useTranslation } from 'react-i18next'
import { caseViews, stateChoices } from '#app/domain/care/list.form.ts'
import { useFormat } from '#app/ui/format.ts'
import { useCasePage } from './case-types.ts'
import { CaseList, inboxHref } from './list.tsx'

const most = 99

/** The views of the inbox, and the list that the open case is of; on a phone the case stands alone. */
export function CaseRail() {
  const { t } = useTranslation('care')
  const { number } = useFormat()
  const { cases, id } = useCasePage()
  const { counts, view, state, topic, tag } = cases
  return (
    <>
      <div className="care-rail">
        <nav aria-label={t('inbox.views')}>
          <ul>
            {caseViews.map((each) => (
              <li key={each}>
                <a
                  href={inboxHref({ view: each, topic, tag })}
                  aria-current={each === view ? 'true' : undefined}
                >
                  {t(`inbox.view.${each}`)}
                  {counts[each] > 0 && (
                    <span className="tnum">
                      {counts[each] > most ? t('inbox.more', { n: most }) : number(counts[each])}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={t('inbox.states')}>
          <ul>
            {stateChoices.map((each) => (
              <li key={each}>
                <a
                  href={inboxHref({ view, state: each, topic, tag })}
                  aria-current={each === state ? 'true' : undefined}
                >
                  {t(`inbox.state.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="care-beside">
        <CaseList list={cases} current={id} />
      </div>
    </>
  )
}

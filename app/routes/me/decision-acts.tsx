import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import type { DecisionPage } from './decision.server.ts'

export type Page = SerializeFrom<DecisionPage>

/** What the author can do about a decision, each with until when; nothing once the idea has moved on. */
export function NextActs({ page }: { page: Page }) {
  const { t } = useTranslation('appeals')
  if (page.may.resubmit === 'over') return null
  return (
    <section className="next-acts" aria-labelledby="next">
      <h2 id="next">{t('receipt.next')}</h2>
      <div className="pair">
        <Resubmitting page={page} />
        <Appealing page={page} />
      </div>
    </section>
  )
}

function Resubmitting({ page: { idea, may } }: { page: Page }) {
  const { t } = useTranslation('appeals')
  if (may.resubmit === 'waiting') return null
  return (
    <div className="choice">
      <h3>{t('resubmission.title')}</h3>
      <p>{t('resubmission.short')}</p>
      {may.resubmit === 'used-up' && <p>{t('resubmission.usedUp', { count: may.most })}</p>}
      {may.resubmit === 'busy' && <p>{t('resubmission.busy')}</p>}
      {may.resubmit === 'open' && (
        <>
          <p className="until">{t('resubmission.left', { count: may.left })}</p>
          <ButtonLink href={`/me/ideas/${idea.number}/decision/resubmission`} icon="pencil">
            {t('resubmission.open')}
          </ButtonLink>
        </>
      )}
    </div>
  )
}

function Appealing({ page: { idea, may, until } }: { page: Page }) {
  const { t } = useTranslation('appeals')
  const { date } = useFormat()
  if (may.appeal === 'waiting' || may.appeal === 'decided') return null
  return (
    <div className="choice">
      <h3>{t('appeal.title')}</h3>
      <p>{t('appeal.short')}</p>
      {may.appeal === 'busy' && <p>{t('appeal.afterwards')}</p>}
      {may.appeal === 'late' && <p>{t('appeal.late', { when: date(until) })}</p>}
      {may.appeal === 'open' && (
        <>
          <p className="until">{t('appeal.until', { when: date(until) })}</p>
          <ButtonLink href={`/me/ideas/${idea.number}/decision/appeal`} kind="plain" icon="scale">
            {t('appeal.open')}
          </ButtonLink>
        </>
      )}
    </div>
  )
}

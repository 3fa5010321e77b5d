import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { acts } from '#app/domain/moderation/act.rules.ts'
import { Notice } from '#app/ui/notice.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { ItemPage } from './item-page.server.ts'
import { Rule } from './past.tsx'

/** Somebody was faster: what they decided beside what was just sent, which changed nothing. */
export function Conflict({ search }: { search: string }) {
  const { t } = useTranslation('moderation')
  const { past } = useLoaderData<ItemPage>()
  const typed = useTyped()
  const act = acts.find((one) => one === typed.text('act'))
  const [theirs] = past
  if (!act || !theirs) return null
  return (
    <Notice tone="warning" title={t('desk.overtakenTitle')}>
      <div className="both">
        <section className="stack">
          <h2>{t('desk.theirs', { name: theirs.by ?? t('desk.past.house') })}</h2>
          <p>
            <strong>{t(`desk.done.${theirs.act}`)}</strong> · <Rule of={theirs.reason} />
          </p>
          <p className="as-written">{theirs.facts}</p>
        </section>
        <section className="stack">
          <h2>{t('desk.yours')}</h2>
          <p>
            <strong>{t(`desk.act.${act}`)}</strong> · <Rule of={typed.text('reason') ?? ''} />
          </p>
          <p className="as-written">{typed.text('facts')}</p>
        </section>
      </div>
      <p>{t('desk.yoursKept')}</p>
      <p>
        <a href={`/staff/moderation${search}`}>{t('desk.toNext')}</a>
      </p>
    </Notice>
  )
}

import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { MentionData } from '../staff/mentions-one.tsx'
import { ActForms } from './acts.tsx'
import { langOf } from './address.rules.ts'
import { Elsewhere } from './elsewhere.tsx'
import { Way } from './rooms.tsx'
import { MentionFacts, MentionStanding } from './said.tsx'

/** One mention whole, what became of it, and what can be done. */
export function MentionPage() {
  const { t } = useTranslation('mentions')
  const { mention, topics, listHref } = useLoaderData<MentionData>()
  const typed = useTyped()
  const { title, body, author, url, locale } = mention
  const lang = langOf(locale)
  const untitled = t('row.untitled', { who: author || t('row.someone') })
  return (
    <>
      <Way steps={[{ label: t('one.step') }]} />
      <Pagehead title={title ? <span lang={lang}>{title}</span> : untitled} />
      <div className="stack mentions">
        <ErrorSummary errors={typed.errors} />
        <Overtaken isOvertaken={typed.errors.some(({ name }) => name === 'seen')} />
        <article className="mention-whole">
          <MentionFacts row={mention} />
          {body ? (
            <p className="as-written" lang={lang}>
              {body}
            </p>
          ) : (
            <p className="quiet">{t('row.noText')}</p>
          )}
          <Elsewhere url={url} label={t('row.source')} />
        </article>
        <MentionStanding row={mention} />
        <ActForms
          mention={mention}
          topics={topics}
          redirectTo={typed.text('redirectTo') ?? listHref}
          typed={typed}
        />
        <p>
          <a href={listHref}>{t('one.back')}</a>
        </p>
      </div>
    </>
  )
}

/** Somebody was faster; what was typed here is still in its fields. */
function Overtaken({ isOvertaken }: { isOvertaken: boolean }) {
  const { t } = useTranslation('mentions')
  if (!isOvertaken) return null
  return (
    <div id="seen">
      <Notice tone="warning" title={t('one.overtaken')}>
        <p>{t('one.overtakenText')}</p>
      </Notice>
    </div>
  )
}

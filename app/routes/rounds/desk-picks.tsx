import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RoundDesk } from '../staff/rounds-round.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

/** What has its place in a planned round already, and the way to give one to another idea. */
export function DeskPicks() {
  const { t } = useTranslation('rounds')
  const typed = useTyped()
  const { ideas } = useLoaderData<RoundDesk>()
  return (
    <section className="measure stack" aria-labelledby="round-picks">
      <h2 id="round-picks">{t('pick.title')}</h2>
      <p>{t('pick.text')}</p>
      {ideas.length ? <Given /> : <p className="quiet">{t('pick.none')}</p>}
      <form method="post" className="composer">
        <ErrorSummary errors={typed.errors} />
        <Field
          {...typed.field('idea')}
          label={t('pick.idea')}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <Field
          {...typed.field('pickReason')}
          kind="textarea"
          rows={3}
          label={t('pick.reason')}
          required
        />
        <Button name="intent" value="pick" kind="plain" icon="pin">
          {t('pick.do')}
        </Button>
      </form>
    </section>
  )
}

function Given() {
  const { t } = useTranslation('rounds')
  const { ideas } = useLoaderData<RoundDesk>()
  return (
    <ul className="round-ideas">
      {ideas.map((idea) => (
        <li key={idea.number}>
          <h3>
            <a href={`/ideas/${idea.number}/${idea.slug}`} lang={idea.lang}>
              {idea.title}
            </a>
          </h3>
          {idea.way === 'pick' ? (
            <form method="post" className="row">
              <span className="quiet">{idea.pickReason}</span>
              <input type="hidden" name="idea" value={idea.number} />
              <button
                className="btn ghost"
                name="intent"
                value="unpick"
                aria-label={t('pick.undoOf', { title: idea.title })}
              >
                {t('pick.undo')}
              </button>
            </form>
          ) : (
            <p className="quiet">{t('carriedHere')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}

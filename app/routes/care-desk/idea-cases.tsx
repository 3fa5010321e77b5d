import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { IdeaCasesData } from '../staff/ideas-cases.tsx'
import { OpenCaseForm } from './open-case.tsx'

/** The cases of an idea, for the agents alone: nobody else learns that there are any. */
export function IdeaCases() {
  const { t } = useTranslation('care')
  const { number, slug, title, lang, author, topics, isOwn } = useLoaderData<IdeaCasesData>()
  const { errors } = useTyped()
  const why = isOwn ? 'ownWords' : author ? undefined : 'noAuthor'
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('inbox.title'), href: '/staff/care' }, { label: t('links.casesTitle') }]}
      />
      <Pagehead
        title={t('links.casesTitle')}
        above={
          <a href={`/ideas/${number}/${slug}`} lang={lang ?? undefined}>
            {title}
          </a>
        }
        lead={t('links.casesLead')}
      />
      <div className="stack measure">
        <ErrorSummary errors={errors} />
        <Cases />
        <section className="stack" aria-labelledby="open">
          <h2 id="open">{t('links.openTitle')}</h2>
          {why ? (
            <p className="quiet">{t(`links.cannot.${why}`)}</p>
          ) : (
            <OpenCaseForm topics={topics} author={author ?? ''} />
          )}
          <p className="quiet">
            {t('links.public')}{' '}
            <a href={`/ideas/${number}/${slug}#comments`}>{t('links.toTalk')}</a>
          </p>
        </section>
      </div>
    </>
  )
}

function Cases() {
  const { t } = useTranslation('care')
  const { cases } = useLoaderData<IdeaCasesData>()
  const { field } = useTyped()
  return (
    <section className="stack" aria-labelledby="linked">
      <h2 id="linked">{t('links.linked')}</h2>
      {cases.length === 0 && <p className="quiet">{t('links.noCases')}</p>}
      <ul className="stack">
        {cases.map(({ linkId, kind, id, number, state }) => (
          <li key={linkId} className="row">
            <a href={`/staff/care/${id}`}>{t('talk.number', { number: String(number) })}</a>
            <span className="quiet">
              {t(`talk.state.${state}`)} · {t(`links.kind.${kind}`)}
            </span>
            <form method="post">
              <input type="hidden" name="link" value={linkId} />
              <button className="btn ghost" name="intent" value="unlink">
                <Icon name="x" />
                <span className="vh">{t('links.unlink', { name: `#${number}` })}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" className="form stack" noValidate>
        <Field
          {...field('caseNumber')}
          label={t('links.caseNumber')}
          inputMode="numeric"
          maxLength={10}
          autoComplete="off"
        />
        <div className="row">
          <Button kind="plain" name="intent" value="link">
            {t('links.link')}
          </Button>
        </div>
      </form>
    </section>
  )
}

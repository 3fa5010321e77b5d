import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Publication } from '../staff/rounds-publication.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { DeskTable } from './desk-table.tsx'

/** What will be told, and to how many, before it is. */
export function PublicationPage() {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  const { round, ideas, people } = useLoaderData<Publication>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('staff.title'), href: '/staff/rounds' },
          { label: round.title, href: `/staff/rounds/${round.number}` },
          { label: t('publication.title') },
        ]}
      />
      <Pagehead
        title={t('publication.title')}
        lead={t('publication.people', { count: people, n: number(people) })}
      >
        <p className="quiet">{t('publication.peopleHint')}</p>
      </Pagehead>
      <div className="sections">
        <section aria-labelledby="what">
          <h2 id="what">{t('publication.what')}</h2>
          <DeskTable number={round.number} ideas={ideas} />
        </section>
        <Form />
      </div>
    </>
  )
}

function Form() {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  const { round, ideas, next } = useLoaderData<Publication>()
  const { errors, tick } = useTyped()
  const open = ideas.filter(({ to, left }) => !to && !left).length
  if (round.state !== 'open') return <Notice>{t('publication.errors.not_open')}</Notice>
  return (
    <form method="post" className="composer measure">
      {errors.map(({ message }) => (
        <Notice key={message} tone="error">
          {message}
        </Notice>
      ))}
      <input type="hidden" name="version" value={round.version} />
      {open > 0 && (
        <Notice tone="warning" title={t('publication.undecided', { count: open, n: number(open) })}>
          {t(next ? 'publication.errors.undecided' : 'publication.errors.no_next')}
        </Notice>
      )}
      {open > 0 && next && (
        <Field {...tick('carry')} label={`${t('publication.carry')}: ${next.title}`} />
      )}
      <p className="quiet">{t('publication.irrevocable')}</p>
      <Button icon="megaphone">{t('publication.do')}</Button>
    </form>
  )
}

import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import { Problems } from './desk-move.tsx'
import type { Open } from './desk-panel.tsx'
import type { Sent } from './desk.tsx'

/** The votes that the staff cast for members who said so elsewhere, and a way to cast one more. */
export function DeskVoters({ open, sent }: { open: Open; sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { may } = useLoaderData<DeskPage>()
  const { castFor } = open
  if (!may.move || (!open.votesOpen && !castFor.length)) return null
  return (
    <details className="desk-bulk" id="voters" open={sent === 'voter' || undefined}>
      <summary>
        {t('voteFor.title')}
        {castFor.length > 0 && <span className="tnum quiet">{castFor.length}</span>}{' '}
        <Icon name="chevron-down" />
      </summary>
      {castFor.length > 0 && (
        <ul className="cast-for">
          {castFor.map(({ handle, name, castNote, castAt }) => (
            <li key={handle}>
              <a href={`/members/${handle}`}>{name}</a> · <Time at={castAt} as="date" />
              <span className="quiet">{castNote}</span>
            </li>
          ))}
        </ul>
      )}
      {open.votesOpen && <VoteFor open={open} sent={sent} />}
    </details>
  )
}

function VoteFor({ open, sent }: { open: Open; sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  const typed = useTyped()
  const field = (name: string) => {
    const { error, defaultValue } = typed.field(name)
    return { name, id: `voter-${name}`, ...(sent === 'voter' ? { error, defaultValue } : {}) }
  }
  const search = deskSearch({ ...query, to: undefined })
  return (
    <form
      method="post"
      action={`/staff/ideas/${open.number}/voters${search}`}
      className="composer"
      data-desk
    >
      <Problems sent={sent} of="voter" />
      <input type="hidden" name="redirectTo" value={`/staff/ideas${search}`} />
      <Field
        {...field('handle')}
        label={t('voteFor.handle')}
        hint={t('voteFor.handleHint')}
        autoComplete="off"
        required
      />
      <Field
        {...field('castNote')}
        label={t('voteFor.note')}
        hint={t('voteFor.noteHint')}
        maxLength={300}
        required
      />
      <Button icon="check" kind="plain">
        {t('voteFor.do')}
      </Button>
    </form>
  )
}

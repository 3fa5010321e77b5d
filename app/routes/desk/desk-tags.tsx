import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import { Problems } from './desk-move.tsx'
import type { Open } from './desk-panel.tsx'
import type { Sent } from './desk.tsx'

/** The idea's tags: each may be taken off, others put on. */
export function DeskTags({ open, sent }: { open: Open; sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { query, may } = useLoaderData<DeskPage>()
  const { error, defaultValue } = useTyped().field('add')
  const search = deskSearch({ ...query, to: undefined })
  const action = `/staff/ideas/${open.number}/tags${search}`
  const back = <input type="hidden" name="redirectTo" value={`/staff/ideas${search}`} />
  return (
    <section className="desk-part">
      <h3>{t('tags.title')}</h3>
      {open.tags.length === 0 && <p className="quiet">{t('tags.none')}</p>}
      {open.tags.length > 0 && (
        <form method="post" action={action} className="row" data-desk>
          {back}
          {open.tags.map((tag) =>
            may.move ? (
              <button
                key={tag}
                className="tag-off"
                name="remove"
                value={tag}
                aria-label={t('tags.remove', { tag })}
              >
                #{tag} <Icon name="x" />
              </button>
            ) : (
              <span key={tag}>#{tag}</span>
            ),
          )}
        </form>
      )}
      {may.move && (
        <form method="post" action={action} className="inline" data-desk>
          <Problems sent={sent} of="tags" />
          {back}
          <Field
            name="add"
            id="tags-add"
            label={t('tags.add')}
            hint={t('tags.hint')}
            required
            {...(sent === 'tags' ? { error, defaultValue } : {})}
          />
          <Button kind="plain" icon="tag">
            {t('tags.do')}
          </Button>
        </form>
      )}
    </section>
  )
}

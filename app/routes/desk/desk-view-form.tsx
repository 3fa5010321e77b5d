import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { viewSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import type { Sent } from './desk.tsx'

type View = ReturnType<typeof useLoaderData<DeskPage>>['views']['kept'][number]

/** A view that somebody kept; its owner may rename, share and delete it. */
export function KeptView({ view, isHere, sent }: { view: View; isHere: boolean; sent?: Sent }) {
  const { t } = useTranslation('staff')
  const typed = useTyped()
  const isSent = sent === 'view' && typed.text('id') === view.id
  return (
    <li>
      <a href={`/staff/ideas${view.search}`} aria-current={isHere ? 'page' : undefined}>
        <span>{view.name}</span>
        {view.isShared && (
          <span className="quiet">
            {view.isMine ? t('views.shared') : t('views.by', { name: view.owner })}
          </span>
        )}
      </a>
      {view.isMine && (
        <details className="view-edit" open={isSent || undefined}>
          <summary aria-label={t('views.edit', { name: view.name })}>
            <Icon name="ellipsis" />
          </summary>
          <form method="post" action="/staff/ideas/views">
            <input type="hidden" name="id" value={view.id} />
            <ViewFields of={view.id} isSent={isSent} name={view.name} isShared={view.isShared} />
            <div className="row">
              <Button name="act" value="change" kind="plain">
                {t('views.change')}
              </Button>
              <Button name="act" value="delete" kind="danger" formNoValidate>
                {t('views.delete')}
              </Button>
            </div>
          </form>
        </details>
      )}
    </li>
  )
}

/** Keeps what the address says now, under a name. */
export function SaveView({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  const typed = useTyped()
  const isSent = sent === 'view' && !typed.text('id')
  const search = isSent ? (typed.text('search') ?? '') : viewSearch(query)
  return (
    <details className="view-edit save" open={isSent || undefined}>
      <summary>
        <Icon name="plus" /> {t('views.save')}
      </summary>
      <form method="post" action="/staff/ideas/views">
        <input type="hidden" name="search" value={search} />
        <ViewFields of="new" isSent={isSent} />
        <Button name="act" value="save" kind="plain">
          {t('views.keep')}
        </Button>
      </form>
    </details>
  )
}

type Fields = { of: string; isSent: boolean; name?: string; isShared?: boolean }

function ViewFields({ of, isSent, name, isShared }: Fields) {
  const { t } = useTranslation('staff')
  const typed = useTyped()
  const { error, defaultValue } = typed.field('name')
  return (
    <>
      <Field
        name="name"
        id={`view-name-${of}`}
        label={t('views.name')}
        maxLength={60}
        required
        defaultValue={isSent ? defaultValue : name}
        error={isSent ? error : undefined}
      />
      <Field
        name="shared"
        id={`view-shared-${of}`}
        kind="checkbox"
        defaultChecked={isSent ? typed.ticked('shared') : isShared}
        label={t('views.share')}
      />
    </>
  )
}

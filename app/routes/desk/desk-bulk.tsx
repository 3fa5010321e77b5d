import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { AssignFields } from './desk-assign.tsx'
import type { DeskPage } from './desk-loader.server.ts'
import { MoveFields, Problems } from './desk-move.tsx'
import type { Sent } from './desk.tsx'

/** What may be done with all that is ticked in the list, each act with its own button. */
export function DeskBulk({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { bulkMoves, query, may, evaluators } = useLoaderData<DeskPage>()
  return (
    <details className="desk-bulk" id="bulk-acts" open={sent === 'bulk' || undefined}>
      <summary>
        {t('bulk.title')} <Icon name="chevron-down" />
        <output
          id="ticked"
          className="ticked"
          data-one={t('bulk.tickedOne')}
          data-some={t('bulk.tickedSome')}
        />
      </summary>
      <div className="composer">
        <Problems sent={sent} of="bulk" />
        <p className="quiet">{t('bulk.how')}</p>
        {bulkMoves.length > 0 && (
          <fieldset>
            <legend>{t('bulk.move')}</legend>
            <MoveFields
              of="bulk"
              sent={sent}
              moves={bulkMoves}
              choose={query.status ? undefined : t('bulk.anyStatus')}
            />
            <Button icon="send" name="act" value="move">
              {t('bulk.do')}
            </Button>
          </fieldset>
        )}
        {may.move && <BulkTags sent={sent} />}
        {evaluators.length > 0 && (
          <fieldset>
            <legend>{t('assign.title')}</legend>
            <AssignFields of="bulk" sent={sent} />
            <Button kind="plain" icon="user-check" name="act" value="assign" formNoValidate>
              {t('bulk.assign')}
            </Button>
          </fieldset>
        )}
        <div className="row">
          {may.merge && (
            <Button kind="plain" icon="git-merge" name="act" value="merge" formNoValidate>
              {t('bulk.merge')}
            </Button>
          )}
          {may.export && (
            <Button kind="plain" icon="download" name="act" value="export" formNoValidate>
              {t('bulk.export')}
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}

function BulkTags({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { error, defaultValue } = useTyped().field('tags')
  return (
    <fieldset>
      <legend>{t('tags.title')}</legend>
      <Field
        name="tags"
        id="bulk-tags"
        label={t('bulk.tags')}
        hint={t('tags.hint')}
        {...(sent === 'bulk' ? { error, defaultValue } : {})}
      />
      <div className="row">
        <Button kind="plain" icon="tag" name="act" value="tag" formNoValidate>
          {t('bulk.tag')}
        </Button>
        <Button kind="plain" name="act" value="untag" formNoValidate>
          {t('bulk.untag')}
        </Button>
      </div>
    </fieldset>
  )
}

const done = new Set(['moved', 'tagged', 'assigned', 'unchanged', 'already-assigned'])

/** What became of each of the ideas that were acted on together. */
export function Results() {
  const { t } = useTranslation('staff')
  const { results } = useLoaderData<DeskPage>()
  if (!results.length) return null
  const well = results.filter(({ outcome }) => done.has(outcome)).length
  const say = t as (key: string) => string
  return (
    <Notice
      tone={well === results.length ? 'success' : 'warning'}
      title={t('bulk.result', { done: well, count: results.length })}
    >
      <ul>
        {results.map(({ number, outcome }) => (
          <li key={number}>
            <a href={`/staff/ideas?idea=${number}`}>{t('desk.number', { number })}</a>:{' '}
            {say(`outcome.${outcome}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

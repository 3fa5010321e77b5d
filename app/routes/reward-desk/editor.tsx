import type { SerializeFrom } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Conditions, Kind, Photo, Price, Words } from './editor-parts.tsx'
import { Overtaken } from './editor-overtaken.tsx'
import type { EditorPage } from './editor.server.ts'
import { PoolLine } from './pool-line.tsx'
import { RewardPreview } from './preview.tsx'
import type { Preview } from './preview.server.ts'

export type Page = SerializeFrom<EditorPage>
export type Typed = ReturnType<typeof useTyped>
export type Part = { page: Page; typed: Typed }

/** The desk of one reward: what it is, what it costs, for whom, and how members will see it. */
export function RewardEditor() {
  const { t } = useTranslation('rewards')
  const page = useLoaderData<Page>()
  const typed = useTyped(page.stored)
  const { preview } = (useActionData() ?? {}) as { preview?: SerializeFrom<Preview> }
  const title = page.id ? t('desk.edit') : t('desk.new')
  return (
    <>
      <Breadcrumb steps={[{ label: t('desk.title'), href: '/staff/rewards' }, { label: title }]} />
      <Pagehead
        title={page.stored.titleIt || title}
        above={page.id && <span>{t(`desk.states.${page.state}`)}</span>}
        lead={t(page.takenCount ? 'desk.leadTaken' : 'desk.lead')}
      />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <Overtaken page={page} typed={typed} />
        {preview && <RewardPreview preview={preview} />}
        <PoolLine page={page} />
        <form
          method="post"
          encType="multipart/form-data"
          className="reward-form measure"
          noValidate
        >
          <Seen page={page} typed={typed} />
          <Kind page={page} typed={typed} />
          <Words typed={typed} />
          <Photo page={page} typed={typed} />
          <Price page={page} typed={typed} />
          <Conditions page={page} typed={typed} />
          <Showing page={page} typed={typed} />
        </form>
      </div>
    </>
  )
}

/** What the editor had before them; what somebody else saved since is theirs to see first. */
function Seen({ page, typed }: Part) {
  const isStale = typed.errors.some(({ name }) => name === 'version')
  const of = (name: string, now: string) => (isStale ? now : (typed.text(name) ?? now))
  return (
    <>
      <input type="hidden" name="version" value={of('version', String(page.version))} />
      <input type="hidden" name="stockSeen" value={of('stockSeen', page.stored.stock ?? '')} />
    </>
  )
}

/** Whether it is shown, and the acts. */
function Showing({ page, typed }: Part) {
  const { t } = useTranslation('rewards')
  const states =
    page.isTaken && page.state !== 'draft'
      ? (['shown', 'ended'] as const)
      : (['draft', 'shown', 'ended'] as const)
  return (
    <fieldset>
      <legend>{t('desk.showing')}</legend>
      <Choices
        legend={t('desk.state')}
        name="state"
        error={typed.errors.find(({ name }) => name === 'state')?.message}
        chosen={[typed.text('state') ?? 'draft']}
        choices={states.map((value) => ({
          value,
          label: t(`desk.states.${value}`),
          hint: t(`desk.statesHint.${value}`),
        }))}
      />
      <Field
        {...typed.field('position')}
        inputMode="numeric"
        label={t('desk.position')}
        hint={t('desk.positionHint')}
        optional
      />
      <div className="row acts">
        <Button name="intent" value="save" icon="check">
          {t('desk.save')}
        </Button>
        <Button name="intent" value="preview" kind="plain" icon="eye">
          {t('desk.preview')}
        </Button>
        {page.slug && page.state !== 'draft' && (
          <a href={`/rewards/${page.slug}`}>{t('desk.see')}</a>
        )}
      </div>
    </fieldset>
  )
}

import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { honesties, limits } from '#app/domain/realised/realised.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Owed } from './editor-owed.tsx'
import type { realisedEditor } from './editor.server.ts'

type Page = SerializeFrom<typeof realisedEditor>
type Typed = ReturnType<typeof useTyped>

/** The desk of one realised thing: its page, who it is owed to, and when everybody may see it. */
export function RealisedEditor() {
  const { t } = useTranslation('realised')
  const page = useLoaderData<Page>()
  const typed = useTyped(page.stored)
  const { idea, publishedAt } = page
  const path = `/realised/${idea.number}/${idea.slug}`
  return (
    <>
      <Pagehead
        title={t('edit.title')}
        above={<a href={`/ideas/${idea.number}/${idea.slug}`}>{idea.title}</a>}
        lead={t(publishedAt ? 'edit.isPublished' : 'edit.isDraft')}
      />
      <div className="stack">
        <ErrorSummary errors={typed.errors} />
        <Overtaken page={page} typed={typed} />
        {!page.isDone && <Notice>{t('edit.notDone')}</Notice>}
        <form method="post" encType="multipart/form-data" className="form" noValidate>
          <input type="hidden" name="version" value={page.version} />
          <Words page={page} typed={typed} />
          <Photo page={page} typed={typed} />
          <Owed page={page} typed={typed} />
          {publishedAt ? <ActsShown path={path} /> : <ActsKept path={page.version ? path : null} />}
        </form>
      </div>
    </>
  )
}

/** What can be done with a page that everybody sees. */
function ActsShown({ path }: { path: string }) {
  const { t } = useTranslation('realised')
  return (
    <div className="row acts">
      <Button name="intent" value="save">
        {t('edit.saveShown')}
      </Button>
      <a href={path}>{t('edit.see')}</a>
      <Button kind="danger" name="intent" value="withdraw">
        {t('edit.withdraw')}
      </Button>
    </div>
  )
}

/** What can be done with a page that only its editors see; `path` leads to the preview. */
function ActsKept({ path }: { path: string | null }) {
  const { t } = useTranslation('realised')
  return (
    <div className="row acts">
      <Button name="intent" value="publish">
        {t('edit.publish')}
      </Button>
      <Button kind="plain" name="intent" value="save">
        {t('edit.save')}
      </Button>
      {path && <a href={path}>{t('edit.preview')}</a>}
    </div>
  )
}

/** Somebody else wrote meanwhile: their words beside those that were typed here. */
function Overtaken({ page: { stored }, typed }: { page: Page; typed: Typed }) {
  const { t } = useTranslation('realised')
  if (!typed.errors.some(({ name }) => name === 'version')) return null
  return (
    <Notice tone="warning" title={t('edit.theirs')}>
      <p>{stored.title}</p>
      <p className="as-typed">{stored.story}</p>
    </Notice>
  )
}

function Words({ typed }: { page: Page; typed: Typed }) {
  const { t } = useTranslation('realised')
  return (
    <>
      <Field
        {...typed.field('title')}
        label={t('edit.fields.title')}
        hint={t('edit.hints.title')}
        maxLength={limits.title}
        required
      />
      <Field
        {...(typed.field('story') as object)}
        name="story"
        kind="textarea"
        rows={12}
        label={t('edit.fields.story')}
        hint={t('edit.hints.story')}
        required
      />
      <Choices
        legend={t('edit.fields.locale')}
        name="locale"
        chosen={[typed.text('locale') ?? 'it']}
        choices={[
          { value: 'it', label: <span lang="it">Italiano</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
      <Choices
        legend={t('edit.fields.honesty')}
        name="honesty"
        hint={t('edit.hints.honesty')}
        chosen={[typed.text('honesty') ?? 'born_here']}
        choices={honesties.map((value) => ({
          value,
          label: t(`honesty.${value}.label`),
          hint: t(`honesty.${value}.why`),
        }))}
      />
      <Field
        {...typed.field('realisedOn')}
        type="date"
        label={t('edit.fields.realisedOn')}
        hint={t('edit.hints.realisedOn')}
        required
      />
      <Field
        {...typed.field('productUrl')}
        type="url"
        inputMode="url"
        label={t('edit.fields.productUrl')}
        hint={t('edit.hints.productUrl')}
        optional
      />
    </>
  )
}

function Photo({ page: { photo }, typed }: { page: Page; typed: Typed }) {
  const { t } = useTranslation('realised')
  return (
    <>
      {photo && <img src={`/images/${photo.id}/thumb`} alt={photo.alt} width="240" height="176" />}
      <Field
        {...typed.field('photo')}
        defaultValue={undefined}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        label={t(photo ? 'edit.fields.otherPhoto' : 'edit.fields.photo')}
        hint={t('edit.hints.photo')}
        optional
      />
      <Field
        {...typed.field('photoAlt')}
        label={t('edit.fields.photoAlt')}
        hint={t('edit.hints.photoAlt')}
        maxLength={limits.alt}
        optional
      />
      {photo && <Field {...typed.tick('removePhoto')} label={t('edit.fields.removePhoto')} />}
    </>
  )
}

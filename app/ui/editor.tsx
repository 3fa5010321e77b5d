import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { EditorFields } from './editor-fields.tsx'
import { EditorImages, type EditorImage, type Refused } from './editor-images.tsx'
import { EditorPromise } from './editor-promise.tsx'
import { EditorSimilar } from './editor-similar.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { useTyped } from './use-typed.ts'

export type StoredIdea = {
  title: string
  body: string
  category: string
  tags: string
  draft?: string
  version?: number
}

type Props = {
  stored: StoredIdea
  categories: { key: string; label: string }[]
  images: EditorImage[]
  kept?: string[]
  refused?: Refused[]
  siteName: string
  isDraft?: boolean
  cancel?: string
}

/** The form of an idea, new or published; `editor.ts` adds what needs a script. */
export function IdeaEditor({ stored, categories, images, kept = [], refused, ...rest }: Props) {
  const { t } = useTranslation('ideas')
  const typed = useTyped(stored)
  const isNew = stored.version === undefined
  return (
    <div className="editor-form">
      <ErrorSummary errors={typed.errors} />
      <form
        method="post"
        encType="multipart/form-data"
        className="form editor"
        noValidate
        data-editor=""
        data-autosave={isNew ? '/ideas/new/draft' : undefined}
        data-saved={t('editor.draft.saved')}
        data-unsaved={t('editor.draft.unsaved')}
        data-signed-out={t('editor.draft.signedOut')}
        data-elsewhere={t('editor.draft.elsewhere')}
        data-pending={t('editor.do.pending')}
      >
        <input type="hidden" name="draft" value={typed.text('draft') ?? ''} />
        <input type="hidden" name="version" value={stored.version ?? ''} />
        {kept.map((id) => (
          <input key={id} type="hidden" name="kept" value={id} />
        ))}
        <EditorFields
          typed={typed}
          categories={categories.map(({ key, label }) => ({ value: key, label }))}
        >
          {isNew && <EditorSimilar />}
        </EditorFields>
        <EditorImages images={images} refused={refused} field={typed.field} />
        <div hidden>
          <Field name="website" label={t('editor.fields.trap')} tabIndex={-1} autoComplete="off" />
        </div>
        <EditorPromise siteName={rest.siteName} />
        <Acts isNew={isNew} isDraft={rest.isDraft} cancel={rest.cancel} />
      </form>
    </div>
  )
}

function Acts({ isNew, isDraft, cancel }: { isNew: boolean; isDraft?: boolean; cancel?: string }) {
  const { t } = useTranslation('ideas')
  return (
    <div className="row acts">
      <Button name="intent" value="publish">
        {t(isNew ? 'editor.do.publish' : 'editor.do.saveEdit')}
      </Button>
      {isNew && (
        <Button kind="plain" name="intent" value="draft">
          {t('editor.do.save')}
        </Button>
      )}
      {isDraft && (
        <Button kind="ghost" name="intent" value="delete" icon="trash-2">
          {t('editor.do.delete')}
        </Button>
      )}
      {cancel && <a href={cancel}>{t('editor.do.cancel')}</a>}
      <p className="saved quiet" role="status" data-said=""></p>
    </div>
  )
}

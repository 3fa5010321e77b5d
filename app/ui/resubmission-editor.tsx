import { useTranslation } from 'react-i18next'
import { limits } from '#app/domain/ideas/idea.form.ts'
import { Button } from './button.tsx'
import { Choices } from './choices.tsx'
import { EditorBody } from './editor-body.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Notice } from './notice.tsx'
import { useTyped } from './use-typed.ts'

type Props = {
  decision: string
  stored: { title: string; body: string; category: string; tags: string }
  categories: { value: string; label: string }[]
  cancel: string
}

/** New words for a refused idea, and a message to the team that decides on them. */
export function ResubmissionEditor({ decision, stored, categories, cancel }: Props) {
  const { t } = useTranslation(['appeals', 'ideas'])
  const typed = useTyped(stored)
  const [min, max] = limits.title
  return (
    <div className="editor-form">
      <ErrorSummary errors={typed.errors} />
      <form
        method="post"
        className="form editor"
        noValidate
        data-editor=""
        data-pending={t('ideas:editor.do.pending')}
      >
        <input type="hidden" name="decision" value={decision} />
        <Field
          {...typed.field('title')}
          label={t('ideas:editor.fields.title')}
          hint={t('ideas:editor.fields.titleHint', { min, max })}
          autoComplete="off"
          data-count={t('ideas:editor.fields.titleCount', { n: '%n%', max })}
          data-most={max}
          required
        />
        <EditorBody {...typed.field('body')} />
        <Choices
          legend={t('ideas:editor.fields.category')}
          name="category"
          choices={categories}
          chosen={[typed.text('category') ?? '']}
          error={typed.field('category').error}
          required
        />
        <Field
          {...typed.field('tags')}
          label={t('ideas:editor.fields.tags')}
          hint={t('ideas:editor.fields.tagsHint')}
          autoComplete="off"
          autoCapitalize="none"
          optional
        />
        <Field
          {...typed.field('message')}
          kind="textarea"
          rows={4}
          label={t('resubmission.message')}
          hint={t('resubmission.messageHint')}
          optional
        />
        <Notice>{t('resubmission.private')}</Notice>
        <div className="row acts">
          <Button icon="send">{t('resubmission.send')}</Button>
          <a href={cancel}>{t('resubmission.cancel')}</a>
          <p className="saved quiet" role="status" data-said=""></p>
        </div>
      </form>
    </div>
  )
}

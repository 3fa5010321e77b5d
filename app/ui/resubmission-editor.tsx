import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { EditorFields } from './editor-fields.tsx'
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
        <EditorFields typed={typed} categories={categories} />
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

import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

type Props = { topics: { value: string; label: string }[]; author: string }

/** What care writes first to whoever wrote an idea or a comment: nothing of it stands in public. */
export function OpenCaseForm({ topics, author }: Props) {
  const { t } = useTranslation('care')
  const { field } = useTyped()
  return (
    <form method="post" className="form stack" noValidate>
      <Field {...field('topic')} kind="select" label={t('panel.topic')} options={topics} />
      <Field {...field('subject')} label={t('links.subject')} maxLength={120} required />
      <Field
        {...field('body')}
        kind="textarea"
        rows={7}
        label={t('links.firstMessage', { name: author })}
        hint={t('links.firstMessageHint')}
        maxLength={8000}
        required
      />
      <div className="row">
        <Button name="intent" value="open" icon="send">
          {t('links.open')}
        </Button>
      </div>
    </form>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '#app/domain/ideas/idea.form.ts'
import { Choices } from './choices.tsx'
import { EditorBody } from './editor-body.tsx'
import { Field } from './field.tsx'
import type { useTyped } from './use-typed.ts'

type Props = {
  typed: ReturnType<typeof useTyped>
  categories: { value: string; label: string }[]
  /** What stands below the title. */
  children?: ReactNode
}

/** What an idea says, in the form of a new one, a change or a resubmission. */
export function EditorFields({ typed: { field, text }, categories, children }: Props) {
  const { t } = useTranslation('ideas')
  const [min, max] = limits.title
  return (
    <>
      <div className="stack">
        <Field
          {...field('title')}
          label={t('editor.fields.title')}
          hint={t('editor.fields.titleHint', { min, max })}
          autoComplete="off"
          data-count={t('editor.fields.titleCount', { n: '%n%', max })}
          data-most={max}
          required
        />
        {children}
      </div>
      <EditorBody {...field('body')} />
      <Choices
        legend={t('editor.fields.category')}
        name="category"
        choices={categories}
        chosen={[text('category') ?? '']}
        error={field('category').error}
        required
      />
      <Field
        {...field('tags')}
        label={t('editor.fields.tags')}
        hint={t('editor.fields.tagsHint')}
        autoComplete="off"
        autoCapitalize="none"
        optional
      />
    </>
  )
}

import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Choices } from '#app/ui/choices.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { SettingsForm } from '../settings/settings-page.tsx'
import { ModerationFrame } from './frame.tsx'
import type { loader } from '../staff/settings-moderation.tsx'

/** How posts, flags and bursts of votes are looked at, and how long a decision can be objected to. */
export function RulesPage() {
  const { t } = useTranslation('moderation')
  const { seen, wordsCount } = useLoaderData<typeof loader>()
  return (
    <ModerationFrame
      title={t('settings.title')}
      lead={t('settings.lead')}
      steps={[{ label: t('settings.rules') }]}
    >
      <section aria-labelledby="words">
        <h2 id="words">{t('words.title')}</h2>
        <p>
          {t('settings.words', { count: wordsCount })}{' '}
          <a href="/staff/settings/moderation/words">{t('settings.toWords')}</a>
        </p>
      </section>
      <SettingsForm seen={seen} save={t('settings.save')}>
        <Posts />
        <Figures />
      </SettingsForm>
    </ModerationFrame>
  )
}

function useRules() {
  const { rules } = useLoaderData<typeof loader>()
  return useTyped({
    ...rules,
    reviewedCategories: undefined,
    holdLinks: rules.holdLinks ? 'on' : undefined,
    holdSimilar: rules.holdSimilar ? 'on' : undefined,
  })
}

type Reply = { initialValue?: { reviewedCategories?: string | string[] } } | undefined

function Posts() {
  const { t } = useTranslation('moderation')
  const { rules, categories } = useLoaderData<typeof loader>()
  const reply = useActionData() as Reply
  const { field, tick } = useRules()
  const typed = reply?.initialValue
    ? [reply.initialValue.reviewedCategories ?? []].flat()
    : undefined
  return (
    <>
      <h2>{t('settings.posts')}</h2>
      <p className="quiet">{t('settings.postsText')}</p>
      <Field
        {...tick('holdSimilar')}
        label={t('settings.holdSimilar')}
        hint={t('settings.holdSimilarHint')}
      />
      <Field {...tick('holdLinks')} label={t('settings.holdLinks')} />
      <Field
        {...field('reviewFirstPosts')}
        type="number"
        min={0}
        max={20}
        label={t('settings.firstPosts')}
        hint={t('settings.firstPostsHint')}
        required
      />
      <Choices
        legend={t('settings.categories')}
        hint={t('settings.categoriesHint')}
        name="reviewedCategories"
        kind="checkbox"
        chosen={typed ?? rules.reviewedCategories}
        choices={categories}
      />
    </>
  )
}

const figures = [
  ['flagHideWeight', 1, 100],
  ['burstVotes', 5, 10_000],
  ['objectionDays', 180, 730],
  ['objectionAnswerDays', 1, 60],
] as const

function Figures() {
  const { t } = useTranslation('moderation')
  const { field } = useRules()
  return (
    <>
      <h2>{t('settings.figures')}</h2>
      {figures.map(([name, min, max]) => (
        <Field
          key={name}
          {...field(name)}
          type="number"
          step={name === 'flagHideWeight' ? 0.5 : 1}
          min={min}
          max={max}
          label={t(`settings.${name}`)}
          hint={t(`settings.${name}Hint`)}
          required
        />
      ))}
    </>
  )
}

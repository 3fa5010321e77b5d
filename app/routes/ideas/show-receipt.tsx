import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { Hole } from '#app/ui/hole.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { ideaPage } from './show-loader.server.ts'
import type { Refusal } from './show-receipt.server.ts'

/** What could change a refusal: in the words of who decided, else what helps with such a reason. */
export function WhatCouldChange({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation('appeals')
  if (!refusal) return null
  const { html, lang, reason } = refusal
  if (!html && !reason) return null
  return (
    <>
      <p className="reason">{t('couldChange')}</p>
      {html ? <Prose html={html} lang={lang} /> : <p>{t(`change.${reason!}`)}</p>}
    </>
  )
}

/** Leads the author, and nobody else, to the receipt of the decision against their idea. */
export function OwnReceipt() {
  const { idea, history } = useLoaderData<typeof ideaPage>()
  const { t } = useTranslation('appeals')
  if (!idea.authorId || !history.some(({ refusal }) => refusal)) return null
  const link = (
    <p className="own-receipt">
      <ButtonLink href={`/me/ideas/${idea.number}/decision`} kind="plain" icon="scale">
        {t('link')}
      </ButtonLink>
    </p>
  )
  return <Hole of={`own:${idea.authorId}`} cases={{ off: null, on: link }} />
}

import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ContactData } from '../contact.tsx'

/** What happens after sending, and the other ways. */
export function Beside() {
  const { t } = useTranslation('care')
  const { isSignedIn } = useLoaderData<ContactData>()
  return (
    <div className="stack">
      <h2>{t('contact.next')}</h2>
      <ol className="steps">
        {(isSignedIn
          ? (['read', 'answer', 'rate'] as const)
          : (['confirm', 'read', 'answer'] as const)
        ).map((step) => (
          <li key={step}>{t(`contact.steps.${step}`)}</li>
        ))}
      </ol>
      <p>
        <a href="/faq">{t('contact.toFaq')}</a>
      </p>
      {isSignedIn ? (
        <p>
          <a href="/me/cases">{t('contact.toCases')}</a>
        </p>
      ) : (
        <p>
          <a href="/login?redirectTo=%2Fcontact">{t('contact.login')}</a> {t('contact.loginWhy')}
        </p>
      )}
    </div>
  )
}

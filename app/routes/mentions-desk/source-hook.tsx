import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'

/** What a webhook signs with: nobody will be shown it again. */
export function SecretOnce({ secret }: { secret: string }) {
  const { t } = useTranslation('mentions')
  return (
    <Notice tone="warning" title={t('hook.once')}>
      <p>
        <code className="secret">{secret}</code>
      </p>
      <p>{t('hook.onceText')}</p>
      <p>
        <a href="/staff/mentions/sources">{t('hook.kept')}</a>
      </p>
    </Notice>
  )
}

const sample =
  '{"id": "r-1502", "text": "…", "rating": 4, "author": "…",\n  "url": "https://…", "language": "it", "date": "2026-11-20"}'

/** Where a webhook knocks, and how it signs what it brings. */
export function Hook({ address }: { address: string }) {
  const { t } = useTranslation('mentions')
  const example = `at=$(date +%s)
body='${sample}'
signature=$(printf '%s.%s' "$at" "$body" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
curl --data-binary "$body" -H 'Content-Type: application/json' \\
  -H "X-Granaio-Timestamp: $at" -H "X-Granaio-Signature: $signature" \\
  ${address}`
  return (
    <section className="stack apart" aria-labelledby="hook">
      <h2 id="hook">{t('hook.title')}</h2>
      <p>
        {t('hook.address')} <code className="address">{address}</code>
      </p>
      <p>{t('hook.how')}</p>
      <pre className="sample" tabIndex={0}>
        <code>{example}</code>
      </pre>
    </section>
  )
}

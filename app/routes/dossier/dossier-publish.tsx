import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { DossierBox } from '#app/ui/dossier-box.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { DossierDesk } from './dossier-loader.server.ts'
import { Act } from './dossier-state.tsx'
import { useDossier, useSent } from './use-sent.ts'

/** What the public will see, or sees: the very box of the idea's page; and the button that shows it. */
export function Publishing() {
  const { t } = useTranslation('dossiers')
  const { leads } = useLoaderData<DossierDesk>()
  const { state, preview, isReconciled } = useDossier()
  const { errors } = useSent('publish')
  if (!preview || !isReconciled) return null
  const isPublic = state === 'published'
  return (
    <section id="publish" aria-labelledby="publish-title">
      <h2 id="publish-title">{t(isPublic ? 'publish.public' : 'publish.title')}</h2>
      <ErrorSummary errors={errors} />
      <DossierBox told={preview} id="preview" />
      {leads && (isPublic ? <Retract /> : <Publish />)}
    </section>
  )
}

function Retract() {
  const { t } = useTranslation('dossiers')
  const { hasOpen } = useLoaderData<DossierDesk>()
  return hasOpen ? null : <Act intent="retract" hint={t('publish.retractHint')} />
}

function Publish() {
  const { t } = useTranslation('dossiers')
  const { state, stage } = useDossier()
  if (state !== 'open') return null
  if (stage === 'publishing') return <PublishForm />
  return <p className="quiet">{t('publish.incomplete')}</p>
}

function PublishForm() {
  const { t } = useTranslation('dossiers')
  const { id, version, publishedAt } = useDossier()
  return (
    <form method="post" id="publish-form">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="dossierId" value={id} />
      <input type="hidden" name="version" value={version} />
      <p className="quiet">{t(publishedAt ? 'publish.again' : 'publish.hint')}</p>
      <Button icon="megaphone">{t('publish.do')}</Button>
    </form>
  )
}

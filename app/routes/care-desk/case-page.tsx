import { useTranslation } from 'react-i18next'
import careUrl from '#app/care.ts?worker&url'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { CaseComposer } from './case-composer.tsx'
import { CaseFresh } from './case-fresh.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseKeys } from './case-keys.tsx'
import { MacroPreview } from './case-macro.tsx'
import { CasePanel } from './case-panel.tsx'
import { CaseRail } from './case-rail.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { useCasePage } from './case-types.ts'

/** One case: what was said, where to answer, and beside it the list and whoever wrote. */
export function CasePage() {
  const { id, hasKeys } = useCasePage()
  return (
    <>
      <div className="case-desk" id="desk" data-keys={hasKeys ? 'on' : 'off'} data-case={id}>
        <CaseRail />
        <div className="case-talk">
          <CaseHead />
          <Told />
          <CaseTimeline />
          <div className="case-answer">
            <CaseFresh />
            <Presence />
            <MacroPreview />
            <CaseComposer />
          </div>
        </div>
        <CasePanel />
        <CaseKeys />
      </div>
      <script type="module" src={careUrl} />
    </>
  )
}

/** What must be known before anything is written, and what was wrong with what was sent. */
function Told() {
  const { t } = useTranslation('care')
  const { mergedInto, erasedAt } = useCasePage()
  const { errors } = useTyped()

  return (
    <>
      <ErrorSummary errors={errors} />
      {mergedInto && (
        <Notice title={t('talk.merged')}>
          <a href={`/staff/care/${mergedInto.id}`}>
            {t('talk.mergedInto', {
              number: String(mergedInto.number),
              subject: mergedInto.subject,
            })}
          </a>
        </Notice>
      )}
      {erasedAt && <Notice tone="warning">{t('talk.erased')}</Notice>}
    </>
  )
}

/** Who else is here: told when the page is opened, and with a script every now and then. */
function Presence() {
  const { t } = useTranslation('care')
  const { others, path } = useCasePage()
  return (
    <p className="presence" id="presence" data-ask={`${path}/presence`} role="status">
      {others.length > 0 && <Icon name="users" />}
      {others.map(({ name, isWriting }, i) => (
        <span key={i}>{t(isWriting ? 'talk.isWriting' : 'talk.isHere', { name })}</span>
      ))}
    </p>
  )
}

import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { FileName } from './case-files.tsx'
import { type CaseData, useCaseAnswer } from './case-types.ts'

type Draft = CaseData['drafts']['reply']

/** The files that go with what is being written, and the field for more; they wait with the draft. */
export function Attachments({ draft }: { draft: Draft }) {
  const { t } = useTranslation('care')
  const { refusedFiles = [] } = useCaseAnswer()
  return (
    <details className="attach" open={draft.files.length > 0 || refusedFiles.length > 0}>
      <summary>
        <Icon name="upload" /> {t('talk.attach')}
      </summary>
      {refusedFiles.length > 0 && (
        <ul className="refused" role="alert">
          {refusedFiles.map(({ file, why }, i) => (
            <li key={i}>{t(`talk.refused.${why as 'broken'}`, { file })}</li>
          ))}
        </ul>
      )}
      {draft.files.length > 0 && (
        <ul className="waiting-files">
          {draft.files.map((file) => (
            <li key={file.id}>
              <Icon name="check" />
              <FileName file={file} />
              <label>
                <input type="checkbox" name="remove" value={file.id} /> {t('talk.removeFile')}
              </label>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor="files">{t('talk.filesLabel')}</label>
      <input id="files" type="file" name="files" multiple aria-describedby="files-hint" />
      <p className="hint" id="files-hint">
        {t('talk.filesHint')}
      </p>
    </details>
  )
}

import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { useFormat } from '#app/ui/format.ts'
import type { CaseFile } from './case-types.ts'

const kilo = 1024

/** The files of a message or a note; pictures are shown small, and all open through the case alone. */
export function CaseFiles({ files }: { files: CaseFile[] }) {
  const { t } = useTranslation('care')
  if (!files.length) return null
  return (
    <ul className="case-files" aria-label={t('talk.files')}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/staff/care/${file.caseId}/files/${file.id}`}>
            {file.kind === 'image' ? (
              <img
                src={`/staff/care/${file.caseId}/files/${file.id}`}
                alt=""
                width={file.width ?? undefined}
                height={file.height ?? undefined}
                loading="lazy"
              />
            ) : (
              <Icon name="receipt" />
            )}
            <FileName file={file} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What a file is called, and how large it is. */
export function FileName({ file }: { file: Pick<CaseFile, 'name' | 'bytes'> }) {
  const { t } = useTranslation('care')
  const { number } = useFormat()
  const kilobytes = Math.max(1, Math.round(file.bytes / kilo))
  return (
    <span>
      {file.name} <span className="quiet">{t('talk.kilobytes', { n: number(kilobytes) })}</span>
    </span>
  )
}

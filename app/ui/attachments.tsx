import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'

type Waiting = { id: string; name: string; bytes: number }
type Refused = {
  file: string
  why: 'too-large' | 'not-taken' | 'too-many-pixels' | 'broken' | 'too-many' | 'quota'
}

export const attachmentKinds =
  'image/png,image/jpeg,image/webp,image/gif,image/avif,application/pdf,text/plain'

/** The files that wait with a form, those that were not taken and why, and the field for more. */
export function Attachments({
  waiting = [],
  refused = [],
}: {
  waiting?: Waiting[]
  refused?: Refused[]
}) {
  const { t } = useTranslation('care')
  return (
    <div className="stack attachments">
      {waiting.length > 0 && (
        <ul className="waiting">
          {waiting.map((file, i) => (
            <Kept key={file.id} file={file} n={i + 1} />
          ))}
        </ul>
      )}
      <Field
        name="attachments"
        type="file"
        label={t('file.label')}
        hint={t('file.hint')}
        accept={attachmentKinds}
        error={refused.map(({ file, why }) => t(`file.refused.${why}`, { file })).join(' ') || null}
        multiple
        optional
      />
    </div>
  )
}

function Kept({ file: { id, name, bytes }, n }: { file: Waiting; n: number }) {
  const { t } = useTranslation('care')
  return (
    <li>
      <input type="hidden" name="kept" value={id} />
      <Icon name="link" />
      <span className="name">{name}</span> <FileSize bytes={bytes} />
      <Field
        kind="checkbox"
        name="remove"
        id={`remove-${n}`}
        value={id}
        label={
          <>
            {t('file.remove')} <span className="vh">{name}</span>
          </>
        }
      />
    </li>
  )
}

const kilo = 1000

/** How large a file is, in kB or MB. */
export function FileSize({ bytes }: { bytes: number }) {
  const { number } = useFormat()
  const kb = Math.max(1, Math.round(bytes / kilo))
  return (
    <span className="quiet tnum">
      {kb < kilo ? `${number(kb)} kB` : `${number(Math.round(kb / 100) / 10)} MB`}
    </span>
  )
}

type Sent = {
  id: string
  name: string
  kind: 'image' | 'pdf' | 'text'
  bytes: number
  width: number | null
  height: number | null
}

/** Files that were sent in a case, under `folder`: pictures as such, the others by name. */
export function SentFiles({ files, folder }: { files: Sent[]; folder: string }) {
  const { t } = useTranslation('care')
  if (!files.length) return null
  return (
    <ul className="sent-files" aria-label={t('file.sent')}>
      {files.map(({ id, name, kind, bytes, width, height }) => (
        <li key={id}>
          <a href={`${folder}/${id}`} target="_blank" rel="noopener">
            {kind === 'image' ? (
              <img
                src={`${folder}/${id}`}
                alt={name}
                width={width ?? undefined}
                height={height ?? undefined}
                loading="lazy"
              />
            ) : (
              <>
                <Icon name="download" />
                <span>{name}</span>
              </>
            )}
          </a>{' '}
          {kind !== 'image' && <FileSize bytes={bytes} />}
        </li>
      ))}
    </ul>
  )
}

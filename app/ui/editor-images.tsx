import { useTranslation } from 'react-i18next'
import { limits } from '#app/domain/ideas/idea.form.ts'
import { Field } from './field.tsx'

export type EditorImage = { id: string; alt: string }
export type Refused = {
  file: string
  why: 'too-large' | 'not-an-image' | 'too-many-pixels' | 'too-many' | 'level' | 'quota'
}
type Typed = (name: string) => { name: string; defaultValue?: string; error?: string }
type Props = { images: EditorImage[]; refused?: Refused[]; field: Typed }

const kinds = 'image/png,image/jpeg,image/webp,image/gif,image/avif'

/** The images an idea has, each with its description, and the field for more. */
export function EditorImages({ images, refused = [], field }: Props) {
  const { t } = useTranslation('ideas')
  const room = limits.images - images.length
  return (
    <div className="stack">
      {images.length > 0 && (
        <ul className="shots">
          {images.map((image, i) => (
            <Shot key={image.id} image={image} n={i + 1} />
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <ul className="refused">
          {refused.map(({ file, why }, i) => (
            <li key={i}>{t(`editor.refused.${why}`, { file })}</li>
          ))}
        </ul>
      )}
      {room > 0 && (
        <>
          <Field
            {...field('images')}
            defaultValue={undefined}
            label={t('editor.fields.images')}
            hint={t('editor.fields.imagesHint')}
            type="file"
            accept={kinds}
            data-room={room}
            multiple
            optional
          />
          <NewAlts from={images.length} />
        </>
      )}
    </div>
  )
}

function Shot({ image: { id, alt }, n }: { image: EditorImage; n: number }) {
  const { t } = useTranslation('ideas')
  return (
    <li>
      <img src={`/images/${id}/thumb`} alt={alt} width="120" height="88" />
      <Field
        name={`alt${n - 1}`}
        label={t('editor.fields.alt', { n })}
        defaultValue={alt}
        maxLength={limits.alt}
        optional
      />
      <Field
        kind="checkbox"
        name="remove"
        id={`remove-${n}`}
        value={id}
        label={t('editor.fields.remove', { n })}
      />
    </li>
  )
}

/** Descriptions for images that are only now chosen; a script shows one for each file, by its name. */
function NewAlts({ from }: { from: number }) {
  const { t } = useTranslation('ideas')
  const slots = Array.from({ length: limits.images - from }, (_, i) => from + i)
  return (
    <details className="alts" data-alts="">
      <summary>{t('editor.fields.alts')}</summary>
      <p className="hint">{t('editor.fields.altsHint')}</p>
      {slots.map((at) => (
        <div key={at} data-slot="" data-of={t('editor.fields.altOf')}>
          <img alt="" width="120" height="88" hidden />
          <Field
            name={`alt${at}`}
            label={t('editor.fields.alt', { n: at + 1 })}
            maxLength={limits.alt}
            optional
          />
        </div>
      ))}
    </details>
  )
}

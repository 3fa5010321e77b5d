import { useTranslation } from 'react-i18next'

type Picture = { id: string; alt: string; width: number; height: number }

/** The images of an idea, each a link to its large form. */
export function Pictures({ images }: { images: Picture[] }) {
  const { t } = useTranslation('ideas')
  if (!images.length) return null
  return (
    <ul className="pictures" data-count={images.length}>
      {images.map(({ id, alt, width, height }, at) => (
        <li key={id}>
          <a
            href={`/images/${id}/large`}
            aria-label={alt ? undefined : t('page.picture', { n: at + 1 })}
          >
            <img
              src={`/images/${id}/large`}
              alt={alt}
              width={width}
              height={height}
              loading={at ? 'lazy' : undefined}
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

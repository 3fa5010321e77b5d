import { useTranslation } from 'react-i18next'
import type { SimilarIdea } from '#app/domain/ideas/similar.server.ts'
import { Button, ButtonLink } from './button.tsx'
import type { EditorImage } from './editor-images.tsx'
import { EditorPromise } from './editor-promise.tsx'
import { SimilarIdeas } from './editor-similar.tsx'
import { Pagehead } from './pagehead.tsx'

type Done = {
  initialValue: { title: string; body: string; category: string; tags: string; draft: string }
  images: EditorImage[]
  similar: SimilarIdea[]
}

/** The second step: ideas like this one, and everything that was typed, ready to be published anyway. */
export function SimilarStep({ done, siteName }: { done: Done; siteName: string }) {
  const { t } = useTranslation('ideas')
  const { initialValue: typed, images, similar } = done
  return (
    <>
      <Pagehead title={t('editor.similar.title')} lead={t('editor.similar.lead')} />
      <div className="editor-step">
        <section aria-labelledby="similar-found">
          <h2 id="similar-found">{t('editor.similar.found', { count: similar.length })}</h2>
          <SimilarIdeas ideas={similar} />
        </section>
        <section aria-labelledby="yours">
          <h2 id="yours">{t('editor.similar.yours')}</h2>
          <p className="yours">{typed.title}</p>
          <form method="post" action="/ideas/new" className="form">
            {Object.entries(typed).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {images.map(({ id, alt }, i) => (
              <input key={id} type="hidden" name={`alt${i}`} value={alt} />
            ))}
            <input type="hidden" name="confirm" value="yes" />
            <EditorPromise siteName={siteName} />
            <div className="row acts">
              <Button name="intent" value="publish">
                {t('editor.do.anyway')}
              </Button>
              <ButtonLink kind="plain" href={`/ideas/new?draft=${typed.draft}`}>
                {t('editor.do.back')}
              </ButtonLink>
            </div>
          </form>
        </section>
      </div>
    </>
  )
}

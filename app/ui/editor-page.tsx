import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { Columns } from './columns.tsx'
import { IdeaEditor, type StoredIdea } from './editor.tsx'
import type { EditorImage, Refused } from './editor-images.tsx'
import { EditorGuide } from './editor-promise.tsx'
import { useFormat } from './format.ts'
import { Notice } from './notice.tsx'
import { Pagehead } from './pagehead.tsx'

type Page = {
  siteName: string
  threshold: number
  categories: { key: string; label: string }[]
  stored: StoredIdea
  images: EditorImage[]
  openedAt: Date | string | null
  other: { id: string; title: string } | null
}
type Props = { page: Page; done?: { images: EditorImage[]; refused: Refused[] } }

/** The page of a new idea: form, guidance, and the draft it was opened from. */
export function EditorPage({ page, done }: Props) {
  const { t } = useTranslation('ideas')
  return (
    <>
      <Pagehead title={t('editor.title')} lead={t('editor.lead')}>
        {!done && <Drafts page={page} />}
      </Pagehead>
      <Columns label={t('editor.guide.label')} aside={<EditorGuide threshold={page.threshold} />}>
        <IdeaEditor
          stored={page.stored}
          categories={page.categories}
          images={done?.images ?? page.images}
          refused={done?.refused}
          siteName={page.siteName}
          isDraft={!!done || !!page.openedAt}
        />
      </Columns>
    </>
  )
}

function Drafts({ page: { openedAt, other } }: { page: Page }) {
  const { t } = useTranslation('ideas')
  const { ago } = useFormat()
  if (openedAt)
    return (
      <Notice>
        <div className="row">
          <span>{t('editor.draft.opened', { when: ago(openedAt) })}</span>
          <ButtonLink kind="ghost" href="/ideas/new?fresh=1">
            {t('editor.do.fresh')}
          </ButtonLink>
        </div>
      </Notice>
    )
  if (!other) return null
  const title = other.title || t('editor.draft.untitled')
  return (
    <Notice>
      <div className="row">
        <span>{t('editor.draft.other', { title })}</span>
        <ButtonLink kind="ghost" href={`/ideas/new?draft=${other.id}`}>
          {t('editor.draft.open')}
        </ButtonLink>
      </div>
    </Notice>
  )
}

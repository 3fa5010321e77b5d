import { useTranslation } from 'react-i18next'
import { Breadcrumb } from './breadcrumb.tsx'
import { ButtonLink } from './button.tsx'
import { Columns } from './columns.tsx'
import { IdeaEditor, type StoredIdea } from './editor.tsx'
import type { EditorImage, Refused } from './editor-images.tsx'
import { EditorGuide } from './editor-promise.tsx'
import { Empty } from './empty.tsx'
import { Notice } from './notice.tsx'
import { Pagehead } from './pagehead.tsx'

type Page = {
  siteName: string
  categories: { key: string; label: string }[]
  stored: StoredIdea & { version: number }
  images: EditorImage[]
  path: string
  isOpen: boolean
}
/** What came back; of an edit that could not be kept for now, only what was typed. */
type Done = {
  initialValue: { version?: number | string }
  kept?: string[]
  waiting?: { id: string }[]
  alts?: (string | null | undefined)[]
  refused?: Refused[]
  isConflict?: boolean
}

/** The page where authors change what they published; with both texts when it changed meanwhile. */
export function EditPage({ page, done }: { page: Page; done?: Done }) {
  const { t } = useTranslation('ideas')
  const { stored, path } = page
  if (!page.isOpen) return <Closed path={path} />
  return (
    <>
      <Pagehead
        above={<Breadcrumb steps={[{ label: stored.title, href: path }]} />}
        title={t('editor.editTitle')}
        lead={t('editor.editLead')}
      />
      <Columns label={t('editor.guide.label')} aside={<EditorGuide />}>
        {done?.isConflict && <Theirs stored={stored} />}
        <IdeaEditor
          {...formOf(page, done)}
          categories={page.categories}
          siteName={page.siteName}
          cancel={path}
        />
      </Columns>
    </>
  )
}

/** The form as the idea is stored, or as it came back: after a conflict it replaces the text of now. */
function formOf({ stored, images }: Page, done?: Done) {
  if (!done) return { stored, images }
  const { initialValue, isConflict, kept, waiting = [], alts = [], refused } = done
  const version = (isConflict ? undefined : Number(initialValue.version)) || stored.version
  const shown = described([...images, ...waiting], alts)
  return { stored: { ...stored, version }, images: shown, kept, refused }
}

const described = (images: { id: string; alt?: string }[], alts: (string | null | undefined)[]) =>
  images.map(({ id, alt }, i) => ({ id, alt: alts[i] ?? alt ?? '' }))

function Theirs({ stored }: { stored: StoredIdea }) {
  const { t } = useTranslation('ideas')
  return (
    <div className="stack conflict">
      <Notice tone="error" title={t('editor.conflict.title')}>
        <p>{t('editor.conflict.text')}</p>
      </Notice>
      <section aria-labelledby="theirs">
        <h2 id="theirs">{t('editor.conflict.theirs')}</h2>
        <p className="yours">{stored.title}</p>
        <p className="as-written">{stored.body}</p>
      </section>
    </div>
  )
}

function Closed({ path }: { path: string }) {
  const { t } = useTranslation('ideas')
  return (
    <>
      <Pagehead title={t('editor.editTitle')} />
      <Empty
        icon="lock"
        title={t('editor.closed.title')}
        text={t('editor.closed.text')}
        action={<ButtonLink href={path}>{t('editor.closed.back')}</ButtonLink>}
      />
    </>
  )
}

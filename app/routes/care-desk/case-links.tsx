import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { type CaseData, useCasePage } from './case-types.ts'

type Link = CaseData['links'][number]

/** The ideas that are one matter with this case, and how it becomes one. */
export function CaseLinks() {
  const { t } = useTranslation('care')
  const { links, canGive } = useCasePage()
  return (
    <section aria-labelledby="panel-links" id="links">
      <h2 id="panel-links">{t('links.title')}</h2>
      {links.length === 0 && <p className="quiet">{t('links.none')}</p>}
      <ul className="panel-list">
        {links.map((link) => (
          <Linked key={link.id} link={link} />
        ))}
      </ul>
      {canGive && (
        <>
          <LinkOne />
          <Invite />
        </>
      )}
    </section>
  )
}

/** Of an idea that is not public only where it stands: its words are its author's. */
function Linked({ link: { id, kind, idea, status } }: { link: Link }) {
  const { t } = useTranslation('care')
  const { path, view } = useCasePage()
  const name = idea ? `#${idea.number}` : t('links.private')
  return (
    <li>
      {idea ? (
        <a href={`/ideas/${idea.number}/${idea.slug}`} lang={idea.lang ?? undefined}>
          {idea.title}
        </a>
      ) : (
        <span>{t('links.private')}</span>
      )}
      <span className="quiet">{t(`links.kind.${kind}`)}</span>
      <span className="row linked">
        <StatusChip status={status} />
        <form method="post" action={`${path}/links`}>
          <input type="hidden" name="view" value={view} />
          <input type="hidden" name="link" value={id} />
          <button className="tag-off" name="intent" value="unlink">
            <Icon name="x" />
            <span className="vh">{t('links.unlink', { name })}</span>
          </button>
        </form>
      </span>
    </li>
  )
}

function LinkOne() {
  const { t } = useTranslation('care')
  const { path, view } = useCasePage()
  const { error } = useTyped().field('ideaNumber')
  return (
    <form method="post" action={`${path}/links`} className="property" noValidate>
      <input type="hidden" name="view" value={view} />
      <label htmlFor="ideaNumber">{t('links.number')}</label>
      {error && (
        <p className="error" id="ideaNumber-error">
          {error}
        </p>
      )}
      <input
        id="ideaNumber"
        name="ideaNumber"
        inputMode="numeric"
        maxLength={10}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'ideaNumber-error' : undefined}
      />
      <button className="btn ghost" name="intent" value="link">
        {t('links.link')}
      </button>
    </form>
  )
}

/** Why there is nobody to suggest an idea to, or the form to do so. */
function Invite() {
  const { t } = useTranslation('care')
  const { audience, isOwn, isInvited } = useCasePage()
  const why = audience !== 'member' ? 'noMember' : isOwn ? 'own' : isInvited ? 'waiting' : undefined
  if (why) return <p className="quiet">{t(`links.cannot.${why}`)}</p>
  return <InviteForm />
}

function InviteForm() {
  const { t } = useTranslation('care')
  const { path, view, formKey, suggested, locale } = useCasePage()
  const typed = useTyped({ ideaTitle: suggested })
  const isOpen = typed.errors.some(({ name }) => name === 'ideaTitle' || name === 'ideaBody')
  return (
    <details
      className="panel-form"
      open={isOpen || typed.errors.some(({ name }) => name === 'key')}
    >
      <summary className="btn plain">
        <Icon name="lightbulb" /> {t('links.invite')}
      </summary>
      <form method="post" action={`${path}/links`} className="stack" noValidate>
        <p className="quiet">{t('links.inviteHint')}</p>
        <input type="hidden" name="view" value={view} />
        <input type="hidden" name="key" value={typed.text('key') ?? formKey} />
        <Field
          {...typed.field('ideaTitle')}
          lang={locale}
          label={t('links.ideaTitle')}
          maxLength={100}
          required
        />
        <Field
          {...typed.field('ideaBody')}
          kind="textarea"
          rows={6}
          label={t('links.ideaBody')}
          hint={t('links.ideaBodyHint')}
          maxLength={8000}
          required
        />
        <Button name="intent" value="invite">
          {t('links.inviteDo')}
        </Button>
      </form>
    </details>
  )
}

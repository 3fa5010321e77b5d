import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import { CaseActs } from './case-events.tsx'
import { CaseFiles } from './case-files.tsx'
import { type CaseItem, type Message, type Note, useCasePage } from './case-types.ts'
import { DeleteOwn } from './case-delete.tsx'

const shown = 20

/** What was said and done, the latest last; of a long case the beginning is folded. */
export function CaseTimeline() {
  const { t } = useTranslation('care')
  const { timeline } = useCasePage()
  const earlier = timeline.slice(0, -shown)
  return (
    <section className="talk-line" aria-label={t('talk.line')}>
      <div>
        {earlier.length > 0 && (
          <details className="talk-earlier">
            <summary>{t('talk.earlier', { count: earlier.length })}</summary>
            <Line items={earlier} />
          </details>
        )}
        <Line items={timeline.slice(-shown)} />
      </div>
    </section>
  )
}

const Line = ({ items }: { items: CaseItem[] }) => (
  <ol className="talk-items">
    {items.map((item) => (
      <li key={item.key}>
        {item.kind === 'message' && <Said message={item.message} />}
        {item.kind === 'note' && <Noted note={item.note} />}
        {item.kind === 'acts' && <CaseActs acts={item.acts} />}
      </li>
    ))}
  </ol>
)

/** What goes between the customer and the house. */
function Said({ message }: { message: Message }) {
  const { locale } = useCasePage()
  const lang = message.side === 'member' ? locale : undefined
  return (
    <article className="said" data-side={message.side} id={`said-${message.id}`}>
      <SaidBy message={message} />
      {message.deletedAt ? (
        <Gone at={message.deletedAt} />
      ) : (
        <>
          <p className="as-written" lang={lang}>
            {message.body}
          </p>
          {message.quoted && <Quoted text={message.quoted} />}
          <CaseFiles files={message.files} />
          {message.mayDelete && <DeleteOwn intent="delete" id={message.id} />}
        </>
      )}
    </article>
  )
}

/** Who wrote it, to whom, by which way and when. */
function SaidBy({ message }: { message: Message }) {
  const { t } = useTranslation('care')
  const { writer } = useCasePage()
  const isTheirs = message.side === 'member'
  return (
    <header>
      <Avatar person={message.author} size={28} />
      <b>{message.author?.name ?? (isTheirs ? writer : t('talk.house'))}</b>
      <span className="to">
        <Icon name={isTheirs ? 'user' : 'send'} />
        {t(isTheirs ? 'talk.fromCustomer' : 'talk.toCustomer')}
      </span>
      {message.via === 'mail' && <span className="quiet">{t('talk.byMail')}</span>}
      <a className="when" href={`#said-${message.id}`}>
        <Time at={message.at} />
      </a>
    </header>
  )
}

const Quoted = ({ text }: { text: string }) => {
  const { t } = useTranslation('care')
  return (
    <details className="quoted">
      <summary>{t('talk.quoted')}</summary>
      <p className="as-written">{text}</p>
    </details>
  )
}

/** What only the agents read: told apart by its border, its colour, a lock, and in words. */
function Noted({ note }: { note: Note }) {
  const { t } = useTranslation('care')
  return (
    <article className="said internal" id={`note-${note.id}`}>
      <p className="audience">
        <Icon name="lock" />
        <b>{t('talk.internal')}</b>
      </p>
      <header>
        <Avatar person={note.author} size={28} />
        <b>{note.author?.name ?? t('talk.formerAgent')}</b>
        <a className="when" href={`#note-${note.id}`}>
          <Time at={note.at} />
        </a>
      </header>
      {note.deletedAt ? (
        <Gone at={note.deletedAt} />
      ) : (
        <>
          <p className="as-written">{note.body}</p>
          <CaseFiles files={note.files} />
          {note.mayDelete && <DeleteOwn intent="delete-note" id={note.id} />}
        </>
      )}
    </article>
  )
}

function Gone({ at }: { at: string }) {
  const { t } = useTranslation('care')
  return (
    <p className="quiet tombstone">
      {t('talk.deleted')} <Time at={at} as="dateTime" />
    </p>
  )
}

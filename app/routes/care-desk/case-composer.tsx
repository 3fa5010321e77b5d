import { useTranslation } from 'react-i18next'
import { longestWords } from '#app/domain/care/composer.form.ts'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Attachments } from './case-attachments.tsx'
import { MacroChoice } from './case-macro.tsx'
import { useCasePage } from './case-types.ts'

/**
 * Where an agent writes: to the customer, or to the others of the desk. Only one of the two forms is
 * on the page; going to the other keeps what was typed, also without a script, because it is a button.
 */
export function CaseComposer() {
  const { t } = useTranslation('care')
  const { tab, closed } = useCasePage()
  return (
    <section className="talk-composer" id="composer" aria-label={t('talk.composer')}>
      {tab === 'note' ? <NoteForm /> : closed ? <NoReply /> : <ReplyForm />}
    </section>
  )
}

function ReplyForm() {
  const { t } = useTranslation('care')
  const { path, drafts, audience, view, seen, then } = useCasePage()
  const { field } = useTyped({ reply: drafts.reply.body })
  const { defaultValue, error } = field('reply')
  return (
    <form
      method="post"
      action={`${path}/replies`}
      encType="multipart/form-data"
      className="composer public"
      data-enhance=""
      data-autosave={`${path}/draft`}
      data-saved={t('talk.savedAt', { time: '%time%' })}
      data-unsaved={t('talk.unsaved')}
      noValidate
    >
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="view" value={view} />
      {/* The first button of a form is the one that the Enter key presses: it must be harmless. */}
      <button className="vh" name="intent" value="draft" tabIndex={-1} aria-hidden="true" />
      <Tabs here="reply" />
      <p className="audience">
        <Icon name="mail" />
        <span>{t(`talk.audience.${audience}`)}</span>
      </p>
      <label className="vh" htmlFor="reply">
        {t('talk.replyLabel')}
      </label>
      {error && <FieldError id="reply">{error}</FieldError>}
      <textarea
        id="reply"
        name="reply"
        rows={4}
        maxLength={longestWords}
        defaultValue={defaultValue}
        placeholder={t('talk.replyHint')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'reply-error' : undefined}
      />
      <div className="tools">
        <MacroChoice />
        <Attachments draft={drafts.reply} />
      </div>
      <div className="sends">
        <Button name="intent" value={then ?? 'send'} icon="send">
          {then ? t(`talk.sendThen.${then}`) : t('talk.send')}
        </Button>
        {(['send', 'solve', 'wait'] as const)
          .filter((way) => way !== (then ?? 'send'))
          .map((way) => (
            <Button key={way} kind="plain" name="intent" value={way}>
              {t(`talk.sendAnd.${way}`)}
            </Button>
          ))}
        <SaveDraft />
      </div>
    </form>
  )
}

function NoteForm() {
  const { t } = useTranslation('care')
  const { path, drafts, view, agents } = useCasePage()
  const { field } = useTyped({ note: drafts.note.body })
  const { defaultValue, error } = field('note')
  return (
    <form
      method="post"
      action={`${path}/notes`}
      encType="multipart/form-data"
      className="composer internal"
      data-enhance=""
      data-autosave={`${path}/draft`}
      data-saved={t('talk.savedAt', { time: '%time%' })}
      data-unsaved={t('talk.unsaved')}
      noValidate
    >
      <input type="hidden" name="view" value={view} />
      <button className="vh" name="intent" value="draft" tabIndex={-1} aria-hidden="true" />
      <Tabs here="note" />
      <p className="audience">
        <Icon name="lock" />
        <b>{t('talk.internal')}</b>
      </p>
      <label className="vh" htmlFor="note">
        {t('talk.noteLabel')}
      </label>
      {error && <FieldError id="note">{error}</FieldError>}
      <textarea
        id="note"
        name="note"
        rows={4}
        maxLength={longestWords}
        defaultValue={defaultValue}
        placeholder={t('talk.noteHint')}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'note-error note-calls' : 'note-calls'}
      />
      <p className="quiet" id="note-calls">
        {t('talk.calls', {
          handles: agents
            .slice(0, 4)
            .map(({ handle }) => `@${handle}`)
            .join(' '),
        })}
      </p>
      <div className="tools">
        <Attachments draft={drafts.note} />
      </div>
      <div className="sends">
        <Button name="intent" value="save" icon="lock">
          {t('talk.saveNote')}
        </Button>
        <SaveDraft />
      </div>
    </form>
  )
}

function Tabs({ here }: { here: 'reply' | 'note' }) {
  const { t } = useTranslation('care')
  const { drafts, closed } = useCasePage()
  const tabs = [
    { name: 'reply', icon: 'reply' },
    { name: 'note', icon: 'lock' },
  ] as const
  return (
    <div className="composer-tabs" role="group" aria-label={t('talk.tabs')}>
      {tabs.map(({ name, icon }) => (
        <button
          key={name}
          name="intent"
          value={name === here ? 'draft' : name}
          aria-pressed={name === here}
          data-tab={name}
          disabled={name === 'reply' && closed && here === 'note'}
        >
          <Icon name={icon} />
          {t(`talk.tab.${name}`)}
          {name !== here && drafts[name].body && (
            <span className="has-draft">{t('talk.hasDraft')}</span>
          )}
        </button>
      ))}
    </div>
  )
}

function SaveDraft() {
  const { t } = useTranslation('care')
  return (
    <>
      <Button kind="ghost" name="intent" value="draft">
        {t('talk.saveDraft')}
      </Button>
      <span className="quiet" data-said="" role="status" />
    </>
  )
}

/** A case that is merged, or erased, is answered no more; notes may still be written. */
function NoReply() {
  const { t } = useTranslation('care')
  const { here } = useCasePage()
  return (
    <p className="composer">
      {t('talk.closed')}{' '}
      <a href={`${here}${here.includes('?') ? '&' : '?'}tab=note#composer`}>{t('talk.tab.note')}</a>
    </p>
  )
}

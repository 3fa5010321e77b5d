import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { mentionLimits, type MentionState } from '#app/domain/mentions/mention.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import type { useTyped } from '#app/ui/use-typed.ts'
import { waysOf } from './ways.rules.ts'

type Mention = {
  id: string
  version: number
  state: MentionState
  caseId: string | null
  answerUrl: string | null
  remedy: string
}
type Props = {
  mention: Mention
  topics: { id: string; label: string }[]
  redirectTo: string
  /** In a list the fields wait behind their act. */
  isInList?: boolean
  typed?: ReturnType<typeof useTyped>
}

/** What can be done with one mention, each act a form of its own. */
export function ActForms(props: Props) {
  const { t } = useTranslation('mentions')
  const ways = waysOf(props.mention)
  const plain = (['ignore', 'reopen'] as const).filter((act) => ways.includes(act))
  return (
    <div className="mention-acts">
      {ways.includes('case') && <ToCase {...props} />}
      {ways.includes('answer') && <Answered {...props} />}
      <div className="plain">
        {plain.map((act) => (
          <ActForm key={act} {...props}>
            <Button
              kind={props.isInList ? 'ghost' : 'plain'}
              icon={act === 'ignore' ? 'eye-off' : 'undo-2'}
              name="act"
              value={act}
            >
              {t(`act.${act}`)}
            </Button>
          </ActForm>
        ))}
      </div>
    </div>
  )
}

function ActForm({ mention, redirectTo, children }: Props & { children: ReactNode }) {
  return (
    <form method="post" action={`/staff/mentions/${mention.id}`} className="stack" noValidate>
      <input type="hidden" name="seen" value={mention.version} />
      <input type="hidden" name="redirectTo" value={redirectTo} />
      {children}
    </form>
  )
}

type Behind = Props & { icon: IconName; label: string; children: ReactNode }

/** Behind its act in a list, in sight on the page of one mention. */
function Behind({ icon, label, children, ...props }: Behind) {
  const form = <ActForm {...props}>{children}</ActForm>
  if (!props.isInList)
    return (
      <section className="mention-act">
        <h2>{label}</h2>
        {form}
      </section>
    )
  return (
    <details className="mention-more">
      <summary className="btn ghost">
        <Icon name={icon} /> {label}
      </summary>
      {form}
    </details>
  )
}

function ToCase(props: Props) {
  const { t } = useTranslation('mentions')
  const { mention, topics, isInList, typed } = props
  return (
    <Behind {...props} icon="inbox" label={t('act.case')}>
      <Field
        {...(typed?.field('topic') as object)}
        name="topic"
        id={isInList ? `topic-${mention.id}` : 'topic'}
        kind="select"
        label={t('act.topic')}
        hint={isInList ? undefined : t('act.caseHint')}
        options={topics.map(({ id, label }) => ({ value: id, label }))}
      />
      <p className="row">
        <Button name="act" value="case">
          {t('act.caseDo')}
        </Button>
      </p>
    </Behind>
  )
}

function Answered(props: Props) {
  const { t } = useTranslation('mentions')
  const { mention, isInList, typed } = props
  const suffix = isInList ? `-${mention.id}` : ''
  const isAgain = !!mention.answerUrl
  // What was noted stands in the fields, also where another form of the page was sent.
  const said = (name: 'answerUrl' | 'remedy') => ({
    ...typed?.field(name),
    name,
    defaultValue: typed?.text(name) ?? mention[name] ?? undefined,
  })
  return (
    <Behind {...props} icon="reply" label={t(isAgain ? 'act.answerEdit' : 'act.answer')}>
      <Field
        type="url"
        inputMode="url"
        {...said('answerUrl')}
        id={`answerUrl${suffix}`}
        label={t('act.answerUrl')}
        hint={isInList ? undefined : t('act.answerUrlHint')}
        maxLength={mentionLimits.url}
        autoComplete="off"
        required
      />
      <Field
        {...said('remedy')}
        id={`remedy${suffix}`}
        label={t('act.remedy')}
        hint={isInList ? undefined : t('act.remedyHint')}
        maxLength={mentionLimits.remedy}
        autoComplete="off"
        optional
      />
      <p className="row">
        <Button name="act" value="answer">
          {t('act.answerDo')}
        </Button>
      </p>
    </Behind>
  )
}

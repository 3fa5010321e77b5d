import { useTranslation } from 'react-i18next'
import { casePriorities } from '#app/domain/care/state.rules.ts'
import { Icon } from '#app/ui/icon.tsx'
import { FieldError } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { useCasePage } from './case-types.ts'

type Option = { value: string; label: string }
type Props = { intent: string; name: string; label: string; value: string; options: Option[] }

/** Who has the case, how urgent it is, and what it is about. */
export function CaseProperties() {
  const { t } = useTranslation('care')
  const { agents, assigneeId, priority, topics, topicId, me } = useCasePage()
  return (
    <section aria-labelledby="panel-case">
      <h2 id="panel-case">{t('panel.case')}</h2>
      <Property
        intent="assign"
        name="assignee"
        label={t('panel.assignee')}
        value={assigneeId ?? 'nobody'}
        options={[
          { value: 'nobody', label: t('panel.nobody') },
          ...agents.map(({ id, name }) => ({
            value: id,
            label: id === me ? t('panel.you', { name }) : name,
          })),
        ]}
      />
      <Property
        intent="priority"
        name="priority"
        label={t('panel.priority')}
        value={priority}
        options={casePriorities.map((value) => ({ value, label: t(`talk.priority.${value}`) }))}
      />
      <Property
        intent="topic"
        name="topic"
        label={t('panel.topic')}
        value={topicId}
        options={topics.map(({ id, label }) => ({ value: id, label }))}
      />
    </section>
  )
}

/** One choice that is set at once with a script, and with its button without. */
function Property({ intent, name, label, value, options }: Props) {
  const { t } = useTranslation('care')
  const { path, version, view, state } = useCasePage()
  const isShut = state === 'merged'
  return (
    <form method="post" action={path} className="property" data-enhance="">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="view" value={view} />
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value} disabled={isShut} data-submit="">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {!isShut && (
        <button className="btn ghost set" aria-label={t('panel.setWhat', { what: label })}>
          {t('panel.set')}
        </button>
      )}
    </form>
  )
}

/** What the case is filed under; a tag goes with one click and comes with one word. */
export function CaseTags() {
  const { t } = useTranslation('care')
  const { path, version, view, tags, state } = useCasePage()
  const { field } = useTyped()
  const { error } = field('tag')
  const hidden = (
    <>
      <input type="hidden" name="seen" value={version} />
      <input type="hidden" name="view" value={view} />
    </>
  )
  return (
    <section aria-labelledby="panel-tags">
      <h2 id="panel-tags">{t('panel.tags')}</h2>
      {tags.length > 0 && (
        <ul className="row case-tags">
          {tags.map((tag) => (
            <li key={tag}>
              <form method="post" action={path} data-enhance="">
                {hidden}
                <input type="hidden" name="tag" value={tag} />
                <button className="tag-off" name="intent" value="untag">
                  {tag} <Icon name="x" />
                  <span className="vh">{t('panel.untag', { tag })}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {state !== 'merged' && (
        <form method="post" action={path} className="property" data-enhance="" noValidate>
          {hidden}
          <input type="hidden" name="intent" value="tag" />
          <label htmlFor="tag">{t('panel.addTag')}</label>
          {error && <FieldError id="tag">{error}</FieldError>}
          <input
            id="tag"
            name="tag"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="none"
            aria-invalid={error ? true : undefined}
          />
          <button className="btn ghost">{t('panel.add')}</button>
        </form>
      )}
    </section>
  )
}

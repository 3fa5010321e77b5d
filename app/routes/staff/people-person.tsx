import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PersonForm } from '#app/domain/identity/people.form.ts'
import { findPerson } from '#app/domain/identity/people-list.server.ts'
import { roles } from '#app/domain/identity/permission.rules.ts'
import { assignRoles, LastAdmin, readmit, suspend } from '#app/domain/identity/role.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.person.displayName)

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'people.manage')
  return { person: found(await findPerson(db, knock.params.handle!)) }
}

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'people.manage')
  const { id, handle } = found(await findPerson(db, knock.params.handle!))
  const form = await read(knock.request, PersonForm)
  if (form.reply) return invalid(form.reply)
  const said = form.values
  const act = (tx: Tx) => {
    if (said.intent === 'assign') return assignRoles(tx, admin, id, said)
    return (said.intent === 'suspend' ? suspend : readmit)(tx, admin, id, said.reason)
  }
  try {
    return back(`/staff/people/${handle}`, `person-${await transaction(act)}`)
  } catch (refusal) {
    if (!(refusal instanceof LastAdmin)) throw refusal
    const field = said.intent === 'assign' ? 'roles' : 'reason'
    return form.refuse({ [field]: 'identity:people.lastAdmin' })
  }
}

export default function PersonDesk() {
  const { t } = useTranslation('identity')
  const { person } = useLoaderData<typeof loader>()
  const { errors } = useTyped()
  return (
    <>
      <Pagehead
        title={person.displayName}
        above={
          <>
            <Avatar person={person} size={40} />
            <a href={`/members/${person.handle}`}>@{person.handle}</a>
            <span>{person.email}</span>
            <span>
              {t('me.since')} <Time at={person.joinedAt} as="date" />
            </span>
          </>
        }
      />
      <div className="sections">
        <ErrorSummary errors={errors} />
        {person.suspendedAt && (
          <Notice tone="warning" title={t('people.is.suspended')}>
            <Time at={person.suspendedAt} as="dateTime" />
          </Notice>
        )}
        <Rights />
        <Standing />
      </div>
    </>
  )
}

function Rights() {
  const { t } = useTranslation('identity')
  const { person } = useLoaderData<typeof loader>()
  const { errors } = useTyped()
  return (
    <form method="post" className="form" noValidate>
      <Choices
        legend={t('people.roles')}
        name="roles"
        kind="checkbox"
        hint={t('people.rolesHint')}
        error={errors.find(({ name }) => name === 'roles')?.message}
        chosen={person.roles}
        choices={roles.map((value) => ({
          value,
          label: t(`role.${value}`),
          hint: t(`role.about.${value}`),
        }))}
      />
      <Field
        name="team"
        label={t('people.team')}
        hint={t('people.teamHint')}
        defaultValue={person.team ?? ''}
        maxLength={60}
        optional
      />
      <div className="row acts">
        <Button name="intent" value="assign">
          {t('people.assign')}
        </Button>
      </div>
    </form>
  )
}

function Standing() {
  const { t } = useTranslation('identity')
  const { person } = useLoaderData<typeof loader>()
  const typed = useTyped()
  const act = person.suspendedAt ? 'readmit' : 'suspend'
  return (
    <section>
      <h2>{t(`people.${act}`)}</h2>
      <form method="post" className="form" noValidate>
        <Field
          {...typed.field('reason')}
          label={t('people.reason')}
          hint={t(act === 'suspend' ? 'people.reasonTold' : 'people.reasonHint')}
          maxLength={500}
          required
        />
        <div className="row acts">
          <Button name="intent" value={act} kind={act === 'suspend' ? 'danger' : 'primary'}>
            {t(`people.${act}Do`)}
          </Button>
        </div>
      </form>
    </section>
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fileLimits } from '#app/domain/care/file.rules.ts'
import { heldBy } from '#app/domain/care/file.server.ts'
import { imagesHeld, mostImages } from '#app/domain/ideas/image.server.ts'
import { PersonForm } from '#app/domain/identity/people.form.ts'
import { findPerson } from '#app/domain/identity/people-list.server.ts'
import { roles } from '#app/domain/identity/permission.rules.ts'
import { assignRoles, LastAdmin, readmit } from '#app/domain/identity/role.server.ts'
import { decisionsAgainst } from '#app/domain/moderation/item.server.ts'
import { holdChain } from '#app/domain/points/account.server.ts'
import { settleOnBoard } from '#app/domain/points/score.server.ts'
import { FileSize } from '#app/ui/attachments.tsx'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { pastOf } from '../moderation-desk/item-page.server.ts'
import { Standing } from '../moderation-desk/standing.tsx'

export { deskLinks as links } from '../moderation-desk/links.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.person.displayName)

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'people.manage')
  const person = found(await findPerson(db, knock.params.handle!))
  const [against, { images, bytes }, { files, bytes: fileBytes }] = await Promise.all([
    decisionsAgainst(db, person.id),
    imagesHeld(db, person.id),
    heldBy(db, { ownerId: person.id }),
  ])
  const space = [
    { what: 'images', count: images, most: mostImages, bytes },
    { what: 'files', count: files, most: fileLimits.ofPerson, bytes: fileBytes },
  ] as const
  return { person, past: against.map(pastOf), space }
}
export type PersonPage = Awaited<ReturnType<typeof loader>>

export async function action(knock: ActionFunctionArgs) {
  const admin = await requirePermission(knock, 'people.manage')
  const { id, handle } = found(await findPerson(db, knock.params.handle!))
  const form = await read(knock.request, PersonForm)
  if (form.reply) return invalid(form.reply)
  const said = form.values
  const turn = (tx: Tx) => {
    if (said.intent === 'assign') return assignRoles(tx, admin, id, said)
    return readmit(tx, admin, id, said.reason)
  }
  const act = async (tx: Tx) => {
    await holdChain(tx)
    const outcome = await turn(tx)
    await settleOnBoard(tx, id)
    return outcome
  }
  try {
    return back(`/staff/people/${handle}`, `person-${await transaction(act)}`)
  } catch (refusal) {
    if (!(refusal instanceof LastAdmin)) throw refusal
    return form.refuse({ roles: 'identity:people.lastAdmin' })
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
            <a href={`/staff/grants/new?member=${person.handle}`}>{t('people.grant')}</a>
            <span>
              <Time at={person.joinedAt} as="date" after={t('me.since')} />
            </span>
            <Space />
          </>
        }
      />
      <div className="sections">
        <ErrorSummary errors={errors} />
        <Rights />
        <Standing />
      </div>
    </>
  )
}

/** What they have sent us, of what they may. */
function Space() {
  const { t } = useTranslation('identity')
  const { space } = useLoaderData<typeof loader>()
  return space
    .filter(({ count }) => count)
    .map(({ what, count, most, bytes }) => (
      <span key={what}>
        {t(`people.${what}`, { count, most })} <FileSize bytes={bytes} />
      </span>
    ))
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

import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { DeviceForm } from '#app/domain/identity/profile.form.ts'
import { endSession } from '#app/domain/identity/session.server.ts'
import { endSessions } from '#app/domain/identity/session-store.server.ts'
import { back } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export const loader = () => redirect('/me/security')

export async function action(knock: ActionFunctionArgs) {
  const member = await requireMember(knock)
  const form = await read(knock.request, DeviceForm)
  if (form.reply) throw new Response(null, { status: 400 })
  const said = form.values
  await transaction((tx) =>
    said.intent === 'one'
      ? endSession(tx, member.id, said.device)
      : endSessions(tx, member.id, member.sessionId),
  )
  return back('/me/security', 'device-out')
}

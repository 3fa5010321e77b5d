import { type ActionFunction, json, type ServerBuild } from '@remix-run/node'
import { readOnly, unavailability } from '#db/database.server.ts'
import { back } from './answer.server.ts'
import { fieldsOf } from './form.server.ts'
import { Silenced } from './guard.server.ts'
import { log } from './log.server.ts'
import { loggedPath, wordsOf } from './log-words.ts'
import { resendPage } from './resend-page.server.ts'

type RouteModule = NonNullable<ServerBuild['routes'][string]>['module']

const fullDisk = /^(ENOSPC|EDQUOT|EROFS|EIO)$/

/** Nothing can be written for now: the database says so, or the disk under the uploads. */
const isPassing = (error: unknown) =>
  !!unavailability(error) || fullDisk.test((error as { code?: string } | null)?.code ?? '')

/**
 * The same build, but a form that could not be kept is not lost: its page is shown again, 503, with
 * what was typed; a door without a page shows the fields and a button that sends them again.
 */
export function keepingForms(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [
    id,
    route && { ...route, module: patient(route.module) },
  ])
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild['routes'] }
}

function patient(module: RouteModule): RouteModule {
  const { action } = module
  if (!action) return module
  const hasPage = 'default' in module
  return { ...module, action: (knock) => kept(action, knock, hasPage) }
}

async function kept(
  action: ActionFunction,
  knock: Parameters<ActionFunction>[0],
  hasPage: boolean,
) {
  try {
    return await action(knock)
  } catch (error) {
    const { request, context } = knock
    if (error instanceof Silenced) return silenced(await fieldsOf(request), hasPage)
    if (!isPassing(error)) throw error
    const path = new URL(request.url).pathname
    // The mode is told once, when it begins; what it costs is told where there is no such mode.
    if (!readOnly())
      log.warn({ path: loggedPath(path), reason: wordsOf(error) }, 'a form could not be kept')
    const fields = await fieldsOf(request)
    if (!hasPage) return resendPage(context.visit.locale, path, fields)
    return json(
      { status: 'error', initialValue: typedIn(fields), error: { '': ['errors:notKept'] } },
      { status: 503 },
    )
  }
}

/** Nothing was posted; where the form has no page of its own, the one that says until when. */
const silenced = (fields: [string, string][], hasPage: boolean) =>
  hasPage
    ? json(
        { status: 'error', initialValue: typedIn(fields), error: { '': ['errors:silenced'] } },
        { status: 403 },
      )
    : back('/me/decisions')

/** The fields as a page shows them again: a name that was sent twice is a list. */
function typedIn(fields: [string, string][]) {
  const typed: Record<string, string | string[]> = {}
  for (const [name, value] of fields)
    typed[name] = name in typed ? [typed[name]!, value].flat() : value
  return typed
}

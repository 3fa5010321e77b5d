import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/dev/dist/config/routes'
import routes from '#app/routes.ts'
import { freePort } from '#tests/free-port.ts'

/** A door of the house: the address pattern it answers to, and the file behind it. */
export type Door = { path: string; file: string; id: string; parentId?: string; index?: boolean }

const idOf = (file: string) => file.replace(/\.tsx?$/, '')

function doorsIn(entries: RouteConfigEntry[], parent = '', parentId?: string): Door[] {
  return entries.flatMap(({ path = '', file, index, children = [] }) => {
    const here = [parent, path].filter(Boolean).join('/')
    const id = idOf(file)
    return [{ path: `/${here}`, file, id, parentId, index }, ...doorsIn(children, here, id)]
  })
}

/** Every door of `app/routes.ts`, those within others too. */
export const doors = doorsIn(routes)

const load = async (file: string) =>
  (await import(/* @vite-ignore */ `../app/${file}`)) as { loader?: unknown; action?: unknown }

/** What the build makes of the routes, without building: for requests that go through the whole server. */
export async function builtHere(): Promise<ServerBuild> {
  const paths = new Map<string, string | undefined>()
  const note = (entries: RouteConfigEntry[]) => {
    for (const { file, path, children = [] } of entries) {
      paths.set(idOf(file), path)
      note(children)
    }
  }
  note(routes)
  const places = [
    { id: 'root', file: 'root.tsx', path: '', parentId: undefined, index: undefined },
    ...doors.map((door) => ({
      ...door,
      path: paths.get(door.id),
      parentId: door.parentId ?? 'root',
    })),
  ]
  const modules = await Promise.all(places.map(({ file }) => load(file)))
  const told = places.map(({ id, parentId, path, index }, i) => {
    const { loader, action } = modules[i]!
    return { id, parentId, path, index, hasLoader: !!loader, hasAction: !!action }
  })
  const manifest = told.map((route) => ({
    ...route,
    hasErrorBoundary: false,
    module: '',
    imports: [],
  }))
  return {
    mode: 'production',
    entry: { module: await import('#app/entry.server.tsx') },
    routes: Object.fromEntries(
      told.map((route, i) => [route.id, { ...route, module: modules[i] }]),
    ),
    assets: {
      entry: { module: '', imports: [] },
      routes: Object.fromEntries(manifest.map((route) => [route.id, route])),
      url: '',
      version: '',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: false,
    },
    isSpaMode: false,
  } as unknown as ServerBuild
}

/** Waits until the server listens; while somebody else has its port it tries again, for some seconds. */
async function listening(server: Server, port: number) {
  for (let tries = 1; ; tries++) {
    server.listen(port, '127.0.0.1')
    const fault = await once(server, 'listening').catch((error: NodeJS.ErrnoException) => error)
    if (!(fault instanceof Error)) return
    if (fault.code !== 'EADDRINUSE' || tries === 20)
      throw new Error(`The house cannot listen on port ${port}`, { cause: fault })
    await pause(250)
  }
}

/**
 * The running server on a port of its own, all limits raised. To be called before anything of
 * `app/web` is imported: settings are read once.
 */
export async function openHouse(settings: Record<string, string> = {}) {
  const port = await freePort()
  Object.assign(process.env, { PORT: String(port), RATE_LIMIT_FACTOR: '100000', ...settings })
  const { houseServer } = await import('#app/listen.server.ts')
  const build = await builtHere()
  const server = await houseServer({
    middlewares: (_req, _res, next) => next(),
    build: async () => build,
  })
  await listening(server, port)
  const origin = `http://localhost:${port}`
  return {
    port,
    origin,
    server,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** The world with a comment of Ben's under Ann's idea, for addresses that name one. */
export async function standing() {
  const { world } = await import('#tests/world.ts')
  const { transaction } = await import('#db/database.server.ts')
  const { postComment } = await import('#app/domain/comments/comment.server.ts')
  const all = await world()
  const { ben, refillStation } = all
  const said = await transaction((tx) =>
    postComment(tx, ben, refillStation.number, { body: 'Anche per me' }),
  )
  return { ...all, comment: said as Exclude<typeof said, string | undefined> }
}
export type Stand = Awaited<ReturnType<typeof standing>>

/** An address that leads through a door. */
export function addressOf({ path }: Door, { refillStation, comment, ben }: Stand) {
  const names: Record<string, string> = {
    'comments/:id': `comments/${comment.id}`,
    'images/:id': 'images/00000000-0000-7000-8000-000000000000',
    'workflow/:status': 'workflow/in_progress',
    'rules/:rule': 'rules/vote',
    ':number': String(refillStation.number),
    ':slug?': refillStation.slug,
    ':variant': 'large',
    ':handle': ben.handle,
    ':token': 'nothing',
    ':page': 'privacy',
    '*': 'nowhere',
  }
  return Object.entries(names).reduce((at, [name, value]) => at.replace(name, value), path)
}

import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import type { start as Start } from '#app/listen.server.ts'
import { migrate } from '#db/migrate.ts'

await migrate()

// Everything is loaded by Vite, the server too: two copies of the database module would be two writers.
const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
const { start } = (await vite.ssrLoadModule('/app/listen.server.ts')) as { start: typeof Start }
await start({
  middlewares: vite.middlewares,
  build: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
})

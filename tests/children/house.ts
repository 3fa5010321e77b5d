import cluster from 'node:cluster'
import { register } from 'node:module'

// Styles and icons are addresses here: there is no bundler in this process.
const hooks = `export const resolve = (name, context, next) => /[.](css|svg|woff2)([?].*)?$|[?]worker/.test(name)
  ? { url: 'data:text/javascript,export default ""', shortCircuit: true } : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)

const { open } = await import('#app/open.server.ts')

/** The server as `npm start` runs it, from the sources; loaded once the tables are there. */
const build = async () => {
  const { builtHere } = await import('#tests/house.ts')
  return builtHere()
}
let made: ReturnType<typeof build> | undefined
if (cluster.isWorker) await (made = build())
open({ middlewares: (_req, _res, next) => next(), build: () => (made ??= build()) }).catch(
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)

import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'

/** What Remix built, or who builds it anew for each request. */
export type Build = ServerBuild | (() => Promise<ServerBuild>)

const root = 'root'

/**
 * Answers requests with those routes of `build` whose path begins with the same word as the address,
 * or with none: Remix goes through all the routes that it has several times for each page.
 */
export function handlerOf(build: Build, mode: string): RequestHandler {
  if (typeof build === 'function') return createRequestHandler(build, mode)
  const ids = Object.keys(build.routes)
  const wordOf = (id: string): string => {
    const { parentId = root, path = '' } = build.routes[id]!
    if (id !== root && parentId !== root) return wordOf(parentId)
    const [word = ''] = path.split('/')
    return /^[:*]/.test(word) ? '' : word
  }
  const handlers = new Map<string, RequestHandler>()
  for (const word of new Set(ids.map(wordOf))) {
    const kept = new Set(ids.filter((id) => ['', word].includes(wordOf(id))))
    handlers.set(word, createRequestHandler(only(build, kept), mode))
  }
  return (request, context) => {
    const handle = handlers.get(firstWord(new URL(request.url).pathname)) ?? handlers.get('')!
    return handle(request, context)
  }
}

function only(build: ServerBuild, kept: Set<string>): ServerBuild {
  const chosen = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => kept.has(id)))
  const assets = { ...build.assets, routes: chosen(build.assets.routes) }
  return { ...build, routes: chosen(build.routes), assets }
}

/** As Remix reads it: decoded, and the same in capitals. */
function firstWord(path: string) {
  const [, word = ''] = path.split('/')
  try {
    return decodeURIComponent(word).toLowerCase()
  } catch {
    return ''
  }
}

import type { AppLoadContext } from '@remix-run/node'
import type { Viewer } from '#app/domain/identity/viewer.rules.ts'

export type Locale = 'it' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

/** Whoever knocks, and how they want to be spoken to; one for each request. */
export type Visit = {
  viewer: Viewer | undefined
  /** The token in the session cookie, when it is good. */
  token: string | undefined
  locale: Locale
  theme: Theme
  address: string
  agent: string
  /** A page that is cached once for everybody: nothing personal may be rendered into it. */
  reading: boolean
  /** Does a form again in this visit's name, as the person of `token`; answers where it led. */
  replay: (path: string, fields: [string, string][], token: string) => Promise<string>
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    visit: Visit
  }
}
declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    visit: Visit
  }
}

export type Knock = { request: Request; context: AppLoadContext }

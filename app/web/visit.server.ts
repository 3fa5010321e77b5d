import type { AppLoadContext } from '@remix-run/node'
import type { ShutOut, Viewer } from '#app/domain/identity/viewer.rules.ts'
import type { Unavailable } from '#db/database.server.ts'

export type Locale = 'it' | 'en'
export type Theme = 'auto' | 'light' | 'dark'

/** Where a form that was done again led, whether it was done, and the notice it left. */
export type Replayed = { to: string; done: boolean; notice?: string }

/** Whoever knocks, and how they want to be spoken to; one for each request. */
export type Visit = {
  /** What the log calls this request. */
  id?: string
  viewer: Viewer | undefined
  /** Somebody suspended, who reads why and objects; `viewer` is nobody then. */
  shutOut?: ShutOut
  /** What was sent was refused, and its page is shown again: its loader lets the sender in once more. */
  isRefused?: boolean
  /** The token in the session cookie, when it is good. */
  token: string | undefined
  locale: Locale
  theme: Theme
  address: string
  agent: string
  /** A page that is cached once for everybody: nothing personal may be rendered into it. */
  reading: boolean
  /** Why the database could not answer while the page was made, if it could not. */
  unavailable?: Unavailable
  /** Does a form again in this visit's name, as the person of `token`; answers where it led. */
  replay: (path: string, fields: [string, string][], token: string) => Promise<Replayed>
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

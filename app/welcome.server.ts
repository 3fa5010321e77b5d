import { env } from './web/env.server.ts'

/** What the terminal says once the doors are open. */
export async function welcome() {
  console.log(`Granaio serves ${env.publicUrl.href}`)
}

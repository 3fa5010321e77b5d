import { found } from '#app/web/answer.server.ts'

/** Every address that leads nowhere; a route of its own, so that the site's name and look are known. */
export const loader = () => found(undefined)
export const action = () => found(undefined)

export default function Missing() {
  return null
}

import { writtenCursor } from '#app/domain/ideas/idea-feed.form.ts'
import { token } from './seed.ts'

/** Headers and addresses of the pages that the bench asks for. */
export const plain = { 'Accept-Encoding': 'br' }
export const signedIn = { ...plain, Cookie: `granaio_session=${token}` }
let asked = 0
export const anotherPage = () => `/ideas?sort=top&after=${writtenCursor(['top', 5, ++asked])}`
export const pages: [what: string, path: string, headers: Record<string, string>, aim: number][] = [
  ['board, signed out', '/ideas', plain, 0.5],
  ['idea page, signed out', '/ideas/1/idea-1', plain, 0.5],
  ['board, signed in', '/ideas', signedIn, 0.04],
  ['idea page, signed in', '/ideas/1/idea-1', signedIn, 0.04],
]

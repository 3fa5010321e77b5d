const drawn = new WeakMap<Response, string>()

/** An answer of HTML. Its text travels beside it: through a body it would be encoded, streamed and decoded. */
export function drawnPage(html: string, init: ResponseInit = {}) {
  const answer = new Response(null, init)
  answer.headers.set('Content-Type', 'text/html; charset=utf-8')
  drawn.set(answer, html)
  return answer
}

/** The text of an answer that `drawnPage` made. */
export const htmlOf = (answer: Response) => drawn.get(answer)

import type { ActionFunctionArgs } from '@remix-run/node'
import type { Viewer } from '#app/domain/identity/viewer.rules.ts'
import type { Visit } from '#app/web/visit.server.ts'

let born = 0

/** A request as a route receives it: posted `fields`, by `viewer` or a guest, from an address of its own. */
export function knock(
  path: string,
  fields?: Record<string, string> | [string, string][],
  {
    params = {},
    ...visit
  }: Partial<Visit> & { params?: Record<string, string>; viewer?: Viewer } = {},
): ActionFunctionArgs {
  const request = new Request(new URL(path, 'http://localhost:3000'), {
    method: fields ? 'POST' : 'GET',
    body: fields && new URLSearchParams(fields),
  })
  const context = {
    visit: {
      viewer: undefined,
      token: undefined,
      locale: 'en' as const,
      theme: 'auto' as const,
      address: `10.0.${born >> 8}.${born++ & 255}`,
      agent: 'Firefox/140.0 (X11; Linux)',
      reading: false,
      replay: async (path: string) => ({ to: path, done: true }),
      ...visit,
    },
  }
  return { request, params, context } as ActionFunctionArgs
}

/** What an action answers, whether it returns or throws it. */
export async function answerOf(act: () => Promise<unknown>) {
  try {
    return (await act()) as Response
  } catch (answer) {
    if (answer instanceof Response) return answer
    throw answer
  }
}

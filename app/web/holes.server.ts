import type { Visit } from './visit.server.ts'

/** A personal part of a page: what it is of, and its cases as the HTML that is sent. */
export type Hole = { kind: string; id: string; cases: Record<string, Buffer> }
/**
 * A rendered page, cut at its holes: `texts` has one more entry than `holes`, as the bytes that are
 * sent; `ids` are those of the holes of each kind.
 */
export type CutPage = { texts: Buffer[]; holes: Hole[]; ids: Map<string, string[]> }
/**
 * Which case stands, and what its `%tokens%` say; `undefined` leaves the hole empty. Tokens are text;
 * `pieces` are HTML of our own making.
 */
export type Filling =
  { is: string; tokens?: Record<string, string>; pieces?: Record<string, string> } | undefined
/** Answers for all the holes of one kind on a page: one question, however many there are. */
export type Filler = (
  visit: Visit,
  ids: string[],
  notice?: string,
) => Promise<(id: string) => Filling>

const holePattern = /<g-hole data-of="([^"]*)">([\s\S]*?)<\/g-hole>/g
const casePattern = /<g-case data-is="([^"]*)">([\s\S]*?)<\/g-case>/g

/** Cuts HTML at its `<Hole>`s. */
export function cut(html: string): CutPage {
  const page: CutPage = { texts: [], holes: [], ids: new Map() }
  const idsOf = (kind: string) => {
    if (!page.ids.has(kind)) page.ids.set(kind, [])
    return page.ids.get(kind)!
  }
  let from = 0
  for (const found of html.matchAll(holePattern)) {
    const [whole, of = '', inside = ''] = found
    const [kind, id] = namesIn(of)
    const cases = [...inside.matchAll(casePattern)].map(([, is, node]) => [is, Buffer.from(node!)])
    page.texts.push(Buffer.from(html.slice(from, found.index)))
    page.holes.push({ kind, id, cases: Object.fromEntries(cases) })
    idsOf(kind).push(id)
    from = found.index + whole.length
  }
  page.texts.push(Buffer.from(html.slice(from)))
  return page
}

/** Copied: a part of a text keeps the whole of it in memory. */
function namesIn(of: string): [string, string] {
  const [kind = '', ...rest] = Buffer.from(of).toString().split(':')
  return [kind, rest.join(':')]
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => entities[mark]!)

const nothing = Buffer.alloc(0)

function filled({ cases }: Hole, filling: Filling) {
  const html = (filling && cases[filling.is]) ?? nothing
  if (!filling?.tokens) return html
  const { tokens, pieces = {} } = filling
  const said = html.toString().replace(/%(\w+)%/g, (mark, name: string) => {
    if (Object.hasOwn(pieces, name)) return pieces[name]!
    return Object.hasOwn(tokens, name) ? escaped(tokens[name]!) : mark
  })
  return Buffer.from(said)
}

/** The bytes of the whole page for one visit. Each kind of hole asks once. */
export async function fill(
  page: CutPage,
  visit: Visit,
  fillers: Record<string, Filler>,
  notice?: string,
) {
  const answers = new Map<string, (id: string) => Filling>()
  for (const [kind, ids] of page.ids) {
    const filler = fillers[kind]
    if (filler) answers.set(kind, await filler(visit, ids, notice))
  }
  const parts = page.holes.flatMap((hole, i) => [
    page.texts[i]!,
    filled(hole, answers.get(hole.kind)?.(hole.id)),
  ])
  return Buffer.concat([...parts, page.texts.at(-1)!])
}

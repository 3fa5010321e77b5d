/** Names of details that may hold what is nobody's to read here: secrets, addresses, what was said. */
const kept =
  /pass(word|phrase)?$|token|secret|hash|^key$|codes?$|e-?mail|address|street|phone|^(body|text|note|answer|message|explanation|description|excerpt|draft)s?$/i

const longest = 200
const mostEntries = 30

export type Detail = { name: string; value: string | null }

/**
 * The details of an entry to be read: a name and a value each, nested ones with a dot between. The
 * value of what may hold a secret, or what somebody said, is null: it is not shown.
 */
export function detailsShown(details: Record<string, unknown>, before = ''): Detail[] {
  return Object.entries(details)
    .flatMap(([key, value]): Detail[] => {
      const name = before + key
      if (kept.test(key)) return [{ name, value: null }]
      if (value && typeof value === 'object' && !Array.isArray(value))
        return detailsShown(value as Record<string, unknown>, `${name}.`)
      return value === undefined || value === null ? [] : [{ name, value: written(value) }]
    })
    .slice(0, mostEntries)
}

function written(value: unknown) {
  const text = Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' ? '…' : String(one))).join(', ')
    : String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text || '–'
}

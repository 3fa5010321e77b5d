/**
 * A path on this site, or `fallback`. Decodes until nothing changes, so that no disguise of `//` or
 * a backslash survives; control characters are refused because browsers skip them.
 */
export function safePath(wanted: unknown, fallback = '/'): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return fallback
  const plain = fullyDecoded(wanted)
  return plain !== undefined && isOurs(plain) ? (written(wanted) ?? fallback) : fallback
}

const isOurs = (plain: string) =>
  /^\/(?![/\\])/.test(plain) &&
  !/[\u0000-\u001f\\]/.test(plain) &&
  !/^\/\/|\/\/[^/]*@/.test(plain.split('?')[0]!)

/** As it may stand in a header, where only ASCII can; `undefined` for half characters. */
function written(path: string) {
  try {
    return path.replace(/[^\x21-\x7e]/gu, encodeURIComponent)
  } catch {
    return undefined
  }
}

function fullyDecoded(text: string) {
  try {
    let plain = text
    for (let i = 0; i < 5 && /%[0-9a-f]{2}/i.test(plain); i++) plain = decodeURIComponent(plain)
    return plain
  } catch {
    return undefined
  }
}

/**
 * A path on this site, or `fallback`. Decodes until nothing changes, so that no disguise of `//` or
 * a backslash survives; control characters are refused because browsers skip them.
 */
export function safePath(wanted: unknown, fallback = '/'): string {
  if (typeof wanted !== 'string' || wanted.length > 2000) return fallback
  const plain = fullyDecoded(wanted)
  if (plain === undefined || !/^\/(?![/\\])/.test(plain) || /[\u0000-\u001f\\]/.test(plain))
    return fallback
  return /^\/\/|\/\/[^/]*@/.test(plain.split('?')[0]!) ? fallback : wanted
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

export type Kind = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif'

const starts: [Kind, string][] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
]

/** What a file is by its first bytes, whatever its name says; `undefined` for all that we refuse. */
export function imageKind(file: Buffer): Kind | undefined {
  const start = file.toString('latin1', 0, 16)
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (/^ftypavi[fs]$/.test(start.slice(4, 12))) return 'avif'
  return starts.find(([, magic]) => start.startsWith(magic))?.[0]
}

import { createHash } from 'node:crypto'

/** The name of a version: the same for the same content, whoever asks. Somebody who saw another one saw something else. */
export const versionOfAll = (content: unknown) =>
  createHash('sha1').update(JSON.stringify(content, inOrder)).digest('base64url')

/** The databases do not keep the order of the names in what they store. */
const inOrder = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value

import { z } from 'zod'

/** How uploads are called in a backup; nothing else is written on a restore, whatever the archive says. */
export const upload = /^uploads\/[0-9a-z]{2}\/[0-9a-z][0-9a-z.-]{0,80}$/

const name = z.union([z.literal('granaio.db'), z.string().regex(upload)])

/** What a backup says of itself, as its first file. */
export const Manifest = z.strictObject({
  format: z.literal(1, 'made by another version of the backup'),
  version: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.number()),
  rows: z.record(z.string(), z.number()),
  files: z.array(
    z.strictObject({
      name,
      size: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})

export type Manifest = z.output<typeof Manifest>

/** The name of the manifest in the archive. */
export const manifestName = 'manifest.json'

import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { uploads } from '../ideas/image-file.server.ts'

/** Removes all that lies on the disk under some ids: every variant of an image, every file of a case. */
export async function dropFiles(ids: string[]) {
  for (const id of ids) {
    const folder = join(uploads(), id.slice(-2))
    const names = await readdir(folder).catch(() => [])
    for (const name of names.filter((each) => each.startsWith(`${id}.`)))
      await rm(join(folder, name), { force: true })
  }
}

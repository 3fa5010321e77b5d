import { link, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { knownMigrations } from '#db/migration-journal.ts'
import { forgetVisitors, gatherIntoOne } from '#db/snapshot.server.ts'
import { syncFolder } from './make.ts'
import type { Manifest } from './manifest.ts'
import { unpack } from './unpack.ts'

export type Place = { folder: string; database: string }

/**
 * Brings a backup back into a data folder. All of it is proved before anything there is touched;
 * with `replace`, the database that was there is kept beside the new one. Everybody has to sign in
 * again. A power cut leaves the old state or the new one. Throws where it must not be done.
 */
export async function applyBackup(file: string, { folder, database }: Place, replace: boolean) {
  await mkdir(folder, { recursive: true })
  if (!replace && ((await readdir(folder)).length || (await exists(database))))
    throw new Error(`${folder} is not empty. With --replace, what is there makes room.`)

  const staging = await mkdtemp(join(folder, '.restore-'))
  try {
    const manifest = await unpack(file, staging)
    refuseNewer(manifest)
    if ((await exists(database)) && gatherIntoOne(database) === 'in-use')
      throw new Error('Granaio is running on this database. Stop it first.')

    const restored = join(staging, 'granaio.db')
    forgetVisitors(restored)
    await addUploads(join(staging, 'uploads'), join(folder, 'uploads'))
    const kept = await keepOld(database)
    await mkdir(dirname(database), { recursive: true })
    await rename(restored, database)
    await syncFolder(dirname(database))
    return { manifest, kept }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

function refuseNewer({ migrations, version }: Manifest) {
  const known = knownMigrations('sqlite')
  if (migrations.some((when) => !known.includes(when)))
    throw new Error(`This backup was made by a newer Granaio (${version}). Install that one first.`)
}

/** Names of uploads are never given twice, so the restored ones go among those that are there. */
async function addUploads(from: string, to: string) {
  for (const shelf of await readdir(from).catch(() => [])) {
    await mkdir(join(to, shelf), { recursive: true })
    for (const name of await readdir(join(from, shelf)))
      await rename(join(from, shelf, name), join(to, shelf, name))
    await syncFolder(join(to, shelf))
  }
}

/** The old database stays under another name; its own name is given away in one step, later. */
async function keepOld(database: string) {
  if (!(await exists(database))) return undefined
  const kept = `${database}.before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`
  await link(database, kept)
  // Left only beside a damaged database; beside the new one they would spoil it.
  for (const ending of ['-wal', '-shm'])
    if (await exists(database + ending)) await rename(database + ending, kept + ending)
  return kept
}

import type { Tx } from '#db/database.server.ts'
import type { Event } from '../event.ts'

/** Tells those whom an event concerns. */
export async function notifyOf(_tx: Tx, _event: Event) {}

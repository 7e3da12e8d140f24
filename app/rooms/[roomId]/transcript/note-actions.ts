'use server'
// Server Actions that save and delete an instructor's notes. Permission and validity are checked in the server.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { transcriptPath } from '#paths'
import { removeNoteAs, saveNoteAs } from '#server/store/records/note-service'
import { whoIs } from '#server/web/identity'

/** Saves a new note on an entry, or a new text of an existing one. */
export async function saveNote(input: unknown): Promise<{ ok: boolean }> {
  return answered(await asked((user) => saveNoteAs(user, input)))
}

export async function removeNote(input: unknown): Promise<{ ok: boolean }> {
  return answered(await asked((user) => removeNoteAs(user, input)))
}

type User = NonNullable<Awaited<ReturnType<typeof whoIs>>>['user']

async function asked(work: (user: User) => Promise<boolean>): Promise<boolean> {
  const me = await whoIs(await headers())
  return me !== null && (await work(me.user))
}

function answered(ok: boolean): { ok: boolean } {
  if (ok) revalidatePath(transcriptPath('[roomId]'), 'page')
  return { ok }
}

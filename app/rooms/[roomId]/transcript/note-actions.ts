'use server'
// Server Actions that save and delete an instructor's notes. Permission and validity are checked in the server.
import { revalidatePath } from 'next/cache'
import { caller } from '#access'
import { transcriptPath } from '#paths'
import { removeNoteAs, saveNoteAs } from '#server/store/records/note-service'
import type { Person } from '#server/web/identity'

/** Saves a new note on an entry, or a new text of an existing one. */
export async function saveNote(input: unknown): Promise<{ ok: boolean }> {
  return answered(await asked((user) => saveNoteAs(user, input)))
}

export async function removeNote(input: unknown): Promise<{ ok: boolean }> {
  return answered(await asked((user) => removeNoteAs(user, input)))
}

async function asked(work: (user: Person) => Promise<boolean>): Promise<boolean> {
  const me = await caller()
  return me !== null && (await work(me))
}

function answered(ok: boolean): { ok: boolean } {
  if (ok) revalidatePath(transcriptPath('[roomId]'), 'page')
  return { ok }
}

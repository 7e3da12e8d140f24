'use server'
// An instructor's notes as the transcript sends them. Who may and what is taken is decided in the server's noting.
import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { transcriptPath } from '#paths'
import { removeNoteAs, saveNoteAs } from '#server/store/records/note-service'
import { whoIs } from '#server/web/identity'

/** Saves a note on an entry, or the new words of one that stands there. */
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

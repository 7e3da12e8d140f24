'use server'
// The server action by which a student chooses what they are mailed.
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { myMailPath } from '#paths'
import { chooseMail } from '#server/store/mail/choices'
import { whoIs } from '#server/web/identity'
import { requireForm } from '#server/web/sent-form'
import { chosenKind } from '#simulation/reading/mails'

export async function chooseKinds(form: FormData): Promise<void> {
  requireForm(form)
  const me = await whoIs(await headers())
  const wanted = z.array(chosenKind).safeParse(form.getAll('kind'))
  if (!me || !wanted.success) notFound()
  await chooseMail(me.user.id, wanted.data)
  redirect(myMailPath('1'))
}

'use server'
// The server action by which a student chooses what they are mailed.
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { caller } from '#access'
import { myMailPath } from '#paths'
import { chooseMail } from '#server/store/mail/choices'
import { requireForm } from '#server/web/sent-form'
import { chosenKind } from '#simulation/beside/mails'

export async function chooseKinds(form: FormData): Promise<void> {
  requireForm(form)
  const me = await caller()
  const wanted = z.array(chosenKind).safeParse(form.getAll('kind'))
  if (!me || !wanted.success) notFound()
  await chooseMail(me.id, wanted.data)
  redirect(myMailPath('1'))
}

'use server'
// The server action that turns a kind of mail off for whoever has the address from a mail of that kind.
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { mailOffPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { readOffToken, turnOff } from '#server/store/mail/choices'
import { requireForm } from '#server/web/sent-form'

export async function turnKindOff(form: FormData): Promise<void> {
  requireForm(form)
  const asked = z.object({ token: typedText(200) }).safeParse(Object.fromEntries(form))
  const known = asked.success ? readOffToken(asked.data.token) : null
  if (!asked.success || !known) notFound()
  await turnOff(known)
  redirect(mailOffPath(asked.data.token, '1'))
}

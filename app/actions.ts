'use server'
// The server action of the landing page: redirects a typed code to the join page, which checks it.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { joinCodePath, joinPath } from '#paths'
import { typedText } from '#server/base/text-schema'
import { requireForm } from '#server/web/sent-form'
import { LIMITS } from '#simulation/kernel/limits'

const Typed = z.object({ code: typedText(LIMITS.joinCode).trim() })

export async function goToTheDoor(form: FormData): Promise<void> {
  requireForm(form)
  const given = Typed.safeParse({ code: form.get('code') })
  const code = given.success ? given.data.code.toUpperCase().replaceAll(/\s/g, '') : ''
  redirect(code === '' ? joinPath() : joinCodePath(code))
}

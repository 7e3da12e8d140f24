'use server'
// What the first page sends: a typed code becomes an address at the door, which judges it.
import { redirect } from 'next/navigation'
import { z } from 'zod'

const Typed = z.object({ code: z.string().trim().max(40) })

export async function goToTheDoor(form: FormData): Promise<void> {
  const typed = Typed.safeParse({ code: form.get('code') })
  const code = typed.success ? typed.data.code.toUpperCase().replaceAll(/\s/g, '') : ''
  redirect(code === '' ? '/join' : `/join/${encodeURIComponent(code)}`)
}

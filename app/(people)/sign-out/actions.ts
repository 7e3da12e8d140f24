'use server'
// Ends this device's sign-in.
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { dropSignIn } from '#server/device-sign-in'

export async function signOut(): Promise<void> {
  await dropSignIn(await headers(), await cookies())
  redirect('/')
}

// Turns one kind of mail off at one press in a mail program (RFC 8058): the program posts to the address in the mail's header, without a
// sign-in. Whoever opens that address in a browser is asked first.
import { notFound, redirect } from 'next/navigation'
import { mailOffPath } from '#paths'
import { readOffToken, turnOff } from '#server/store/mail/choices'

type Context = { params: Promise<{ token: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { token } = await params
  redirect(readOffToken(token) ? mailOffPath(token) : notFound())
}

export async function POST(_: Request, { params }: Context): Promise<Response> {
  await turnOff(readOffToken((await params).token) ?? notFound())
  return new Response(null)
}

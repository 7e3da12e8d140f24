/** next-auth's own endpoints. It knows only where the options are. */
import NextAuth from 'next-auth'
import { authOptions } from '#server/identity'

type Context = { params: Promise<{ nextauth: string[] }> }

const handle = (request: Request, context: Context) => NextAuth(authOptions())(request, context)

export { handle as GET, handle as POST }

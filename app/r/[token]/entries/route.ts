// All entries of a long record by a link, for its page to fetch.
import { getLocale } from 'next-intl/server'
import { drawLinked } from '#server/jobs/drawn-record'
import { openLink } from '#server/store/records/record-links'
import { addressOf, whoIs } from '#server/web/identity'
import { tryLink } from '#server/web/rate-limits'
import { unlessNewer } from '../../../_files/unless-newer'

type Context = { params: Promise<{ token: string }> }

const KEEP_OUT = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex' }
const refused = (status: number) => new Response(null, { status, headers: { ...KEEP_OUT, 'retry-after': '60' } })

export const GET = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => entries(request, context))

async function entries({ headers }: Request, { params }: Context): Promise<Response> {
  if (!tryLink(addressOf(headers))) return refused(429)
  const opened = await openLink((await params).token, (await whoIs(headers))?.user ?? null)
  if (opened?.is !== 'open') return refused(404)
  const drawing = await drawLinked(opened, { format: 'entries', locale: await getLocale() })
  if (!drawing.ok) return refused(503)
  return new Response(drawing.drawn.bytes, {
    headers: { 'content-type': 'application/json; charset=utf-8', ...KEEP_OUT },
  })
}

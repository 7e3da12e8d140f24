// What a route that makes a file answers where it reads what a newer server wrote: 409 and a sentence. A page has app/error.tsx for it; from
// a route the error would leave as an empty answer with status 500, and stand in the log as a failure of this program.
import { getTranslations } from 'next-intl/server'
import { MADE_BY_NEWER } from '#simulation/engine/made-by-newer'

export async function unlessNewer(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Error && 'digest' in error && error.digest === MADE_BY_NEWER)) throw error
    const t = await getTranslations('common.madeByNewer')
    return new Response(`${t('text')}\n`, {
      status: 409,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  }
}

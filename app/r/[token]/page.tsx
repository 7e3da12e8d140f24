// A record by a link: what one reader gets, for whoever has the link. It sets no cookie and says nothing of a record whose link has ended.
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { dayOfYear } from '#format/days'
import { linkedEntriesPath, recordLinkPath, signInPath } from '#paths'
import { drawLinked } from '#server/jobs/drawn-record'
import { countOpening, openLink } from '#server/store/records/record-links'
import { readScenarioTexts } from '#server/store/scenarios/stored-copy'
import { turnToDraw } from '#server/web/drawing-turn'
import { addressOf, whoIs } from '#server/web/identity'
import { tryLink } from '#server/web/rate-limits'
import { ErrorState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { ReaderRecord } from '../../rooms/[roomId]/transcript/reader-record'

type Props = { params: Promise<{ token: string }> }

export const generateMetadata = titled('transcript.link.title', {
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
})

export default async function LinkPage({ params }: Props) {
  const { token } = await params
  const asked = await headers()
  if (!tryLink(addressOf(asked))) return <Told why="busy" />
  const opened = await openLink(token, (await whoIs(asked))?.user ?? null)
  if (!opened) notFound()
  if (opened.is === 'sign-in') redirect(signInPath(recordLinkPath(token)))
  if (opened.is !== 'open') return <Told why={opened.is} />
  const { reading, expiresAt } = opened
  const { room, activity, course } = reading
  const locale = await getLocale()
  const [drawing, { paragraphs }, t] = await Promise.all([
    drawLinked(opened, { format: 'page', locale }),
    readScenarioTexts(activity.id),
    getTranslations('transcript.link'),
  ])
  await turnToDraw()
  if (!drawing.ok) return <Told why="busy" />
  await countOpening(opened.id)
  return (
    <Messages namespaces={['transcript', 'record']}>
      <ReaderRecord
        drawn={drawing.drawn}
        of={{ title: activity.title, roomName: room.name, timeZone: course.timeZone }}
        paragraphs={paragraphs}
        rest={linkedEntriesPath(token)}
        above={t('until', { day: dayOfYear(locale, expiresAt, course.timeZone) })}
        cite={{ token, course: course.title }}
      />
    </Messages>
  )
}

async function Told({ why }: { why: 'ended' | 'sealed' | 'busy' }) {
  const t = await getTranslations('transcript.link')
  return (
    <main id="main" className="page">
      <ErrorState level={1} title={t(`${why}.title`)}>
        {t(`${why}.text`)}
      </ErrorState>
    </main>
  )
}

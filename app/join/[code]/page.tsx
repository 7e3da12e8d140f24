// The join page, second step: the name, where the code opens. A typed code that is wrong or whose door is closed gets one answer; a full
// seminar says so, and who came by the activity's link is told which it is.
import { headers } from 'next/headers'
import { readParticipations } from '#server/store/activities/participants'
import { findOwnPlace } from '#server/store/door/door'
import { DOOR_CHECK_HEADER, decodeDoorCheck, decoded } from '#server/web/door-check-header'
import { deviceOf, whoIs } from '#server/web/identity'
import { checkDoor } from '#server/web/throttled-door'
import { titled } from '#ui/page/messages'
import { CodeForm } from '../code-form'
import { JoinPage } from '../join-page'
import { LateDoor } from './late-door'
import { NameForm } from './name-form'
import { QueuePage } from './queue-page'
import { ShutDoor } from './shut-door'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ w?: string | string[] }> }

export const generateMetadata = titled('join.title', { robots: { index: false } })

export default async function JoinByCodePage({ params, searchParams }: Props) {
  const code = decoded((await params).code) ?? ''
  const { w } = await searchParams
  const word = typeof w === 'string' ? w : null
  const request = await headers()
  const me = await whoIs(request)
  const own = me && (await findOwnPlace(code, me.user.id))
  if (own) {
    // The QR code may be scanned on a shared device, so the person signed in is asked and not joined at once.
    const mine = (await readParticipations(me.user.id)).find(({ activityId }) => activityId === own.activityId)
    return (
      <JoinPage step={2}>
        <NameForm code={code} word={word} place={mine ? `${mine.courseTitle} · ${mine.title}` : ''} me={me.user} />
      </JoinPage>
    )
  }
  const seen = decodeDoorCheck(request.get(DOOR_CHECK_HEADER)) ?? (await checkDoor({ code, word }, deviceOf(request)))
  switch (seen.kind) {
    case 'open': {
      const { courseTitle, title, word: linked, isForRoster } = seen.door
      return (
        <JoinPage step={2}>
          <NameForm
            code={code}
            word={linked}
            place={`${courseTitle} · ${title}`}
            me={me?.user ?? null}
            picks={isForRoster}
          />
        </JoinPage>
      )
    }
    case 'queue':
      return <QueuePage place={seen.place} waitMs={seen.waitMs} />
    case 'full':
    case 'closed':
      return (
        <JoinPage step={1}>
          <ShutDoor code={code} why={seen.kind} />
        </JoinPage>
      )
    case 'not-open':
      return (
        <JoinPage step={1}>
          <CodeForm code={code} isRefused />
          <LateDoor code={code} />
        </JoinPage>
      )
    default:
      return seen satisfies never
  }
}

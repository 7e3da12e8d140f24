// The door, second step: behind an open code, the name; behind any other, one answer whatever the reason.
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { missedAtDoor, waitAtDoor } from '#server/attempts'
import { deviceOf, whoIs } from '#server/identity'
import { findOwnPlace, readOpenDoor } from '#server/store/door'
import { readPlacesOf } from '#server/store/participants'
import { CodeForm } from '../code-form'
import { JoinPage } from '../join-page'
import { LateForm } from './late-form'
import { NameForm } from './name-form'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('title') }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment).slice(0, 40)
  } catch {
    return ''
  }
}

export default async function JoinByCodePage({ params }: Props) {
  const code = decoded((await params).code)
  const request = await headers()
  const me = await whoIs(request)
  const own = me && (await findOwnPlace(code, me.user.id))
  if (own) {
    // A code is whoever's points a camera at it, and not always theirs who sat at this device before.
    const mine = (await readPlacesOf(me.user.id)).find(({ activityId }) => activityId === own.activityId)
    return (
      <JoinPage step={2}>
        <NameForm code={code} place={mine ? `${mine.courseTitle} · ${mine.title}` : ''} me={me.user} />
      </JoinPage>
    )
  }
  const { address } = deviceOf(request)
  if (!(await waitAtDoor(address))) {
    return (
      <JoinPage step={1}>
        <CodeForm code={code} fault="busy" />
      </JoinPage>
    )
  }
  const door = await readOpenDoor(code)
  if (!door) {
    await missedAtDoor(address)
    return (
      <JoinPage step={1}>
        <CodeForm code={code} fault="refused" />
        <LateForm code={code} />
      </JoinPage>
    )
  }
  return (
    <JoinPage step={2}>
      <NameForm code={code} place={`${door.courseTitle} · ${door.title}`} me={me?.user ?? null} />
    </JoinPage>
  )
}

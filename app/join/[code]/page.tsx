// The door, second step: behind an open code, the name; behind any other, one answer whatever the reason.
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { missedAtDoor, waitAtDoor } from '#server/attempts'
import { deviceOf, whoIs } from '#server/identity'
import { findOwnPlace, readOpenDoor } from '#server/store/door'
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
  if (own) redirect(own.roomId ? `/join/seat/${own.roomId}` : '/join/wait')
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
      <NameForm code={code} place={`${door.courseTitle} · ${door.title}`} name={me?.user.name ?? ''} />
    </JoinPage>
  )
}

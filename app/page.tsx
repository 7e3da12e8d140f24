// The landing page's data: who reads it and whether this server offers the demo.

import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { boardPath, coursesPath, debriefPath, deskPath, transcriptPath } from '#paths'
import { accessRoom, may } from '#server/store/access/access'
import { type Demo, readDemo } from '#server/store/activities/demo'
import { readRoomState } from '#server/store/log/room-reading'
import type { Person } from '#server/store/people/users'
import { demoScenario } from '#server/store/scenarios/shelf'
import { isDemoOpenTo } from '#server/web/demo-door'
import { whoIs } from '#server/web/identity'
import type { Values } from '#simulation/reading/log/gap'
import { revealedGapLines } from '#simulation/reading/positions/gap-lines'
import type { RoomState } from '#simulation/state/room-state'
import { Messages } from '#ui/page/messages'
import { delegationsIn, partiesOf } from '#ui/words/delegations.ts'
import { signInToDemo } from './(people)/sign-in/actions'
import { goToTheDoor } from './actions'
import { Landing, type LandingChart, type LandingPicture } from './landing'

export default async function FirstPage() {
  const t = await getTranslations('landing')
  const request = await headers()
  const me = await whoIs(request)
  const home = me?.user.kind === 'account' ? { href: coursesPath(), label: t('courses') } : undefined
  const demo = isDemoOpenTo(request) ? await readDemo() : null
  const picture = await pictureOf(demo)
  return (
    <Messages namespaces={['landing']}>
      <Landing
        join={goToTheDoor}
        demo={demo ? { signIn: signInToDemo, ...(await openTo(me?.user, demo)) } : undefined}
        picture={picture}
        example={picture ? undefined : await exampleChart()}
        capitals={delegationsIn(demoScenario()).map(({ capital }) => capital)}
        home={home}
      />
    </Messages>
  )
}

/** Links to the demo's pages, for a reader who may open them. */
async function openTo(user: Person | undefined, { finished, runs: { watch: ready }, week }: Demo) {
  const roomOf = async (roomId: string | undefined) =>
    user === undefined || roomId === undefined ? null : accessRoom(user, roomId)
  const [chairsFinished, chairsReady, chairsWeek] = (
    await Promise.all([roomOf(finished?.roomId), roomOf(ready?.roomId), roomOf(week?.roomId)])
  ).map((found) => may(found?.as, 'steer-room'))
  return {
    straight: [
      ...(finished && !chairsFinished ? (['finished'] as const) : []),
      ...(chairsReady ? [] : (['watch'] as const)),
      'play' as const,
      // Also for the demo's instructor, who becomes its student by it.
      ...(week ? (['week'] as const) : []),
    ],
    ...(finished && chairsFinished
      ? { finishedHref: transcriptPath(finished.roomId), debriefHref: debriefPath(finished.roomId) }
      : {}),
    ...(ready && chairsReady ? { readyHref: deskPath(ready.roomId) } : {}),
    ...(week && chairsWeek ? { weekHref: boardPath(week.activityId) } : {}),
  }
}

/** The finished seminar's state by room id: its log no longer grows, so it is folded once for each process. */
const played = new Map<string, RoomState>()

/** The gap of the finished seminar through its rounds. Only revealed positions are used; null without them. */
async function pictureOf(demo: Demo | null): Promise<LandingPicture | undefined> {
  if (!demo?.finished) return undefined
  const { roomId } = demo.finished
  const state = played.get(roomId) ?? (await readRoomState(roomId))
  if (!state) return undefined
  played.set(roomId, state)
  const rounds = revealedGapLines(state).map(({ round, name, number, values }) => ({ round, name, number, values }))
  return rounds.length > 0 ? { parties: partiesOf(state.plan), rounds } : undefined
}

/** A made-up gap, labelled as an example, between the built-in scenario's delegations; used where there is no demo. */
async function exampleChart(): Promise<LandingChart> {
  const t = await getTranslations('landing.chart')
  const parties = partiesOf(demoScenario())
  const positions: Values = {}
  parties.delegations.forEach(({ id }, place) => {
    positions[id] = EXAMPLE[place % EXAMPLE.length] ?? 0
  })
  return {
    parties,
    axis: { minus: t('example.minus'), plus: t('example.plus') },
    positions,
    topic: t('example.topic'),
    sub: t('example.question'),
    note: t('example.note'),
  }
}

const EXAMPLE = [2, -1.5, -3, 0.5, 1, -0.5, 2.5, -2] as const

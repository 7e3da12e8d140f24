// The grading place of an activity, around the page of whoever is graded: everybody's levels, and what the reader may do.

import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { frameFor, signedIn } from '#access'
import { saveMark } from '#marks/marks-actions.ts'
import { savedMark } from '#marks/saved-mark.ts'
import { gradingPath } from '#paths'
import { environment } from '#server/base/environment'
import { readGradingPlace } from '#server/store/marks/grading-place'
import { readRelease } from '#server/store/marks/marks'
import { openRegrades } from '#simulation/reading/marks/regrades'
import { Messages } from '#ui/page/messages'
import { besideOnPages } from '../../../_beside/slices'
import { ActivityBar } from '../../../_device/activity-bar'
import { hiddenName } from '../hidden-name'
import { answerRegrade, readHistory, release, saveGrading, saveNote, withdraw } from './grading-actions'
import { GradingPlace } from './grading-place'

type Props = { params: Promise<{ activityId: string }>; children: ReactNode }

export default async function GradingLayout({ params, children }: Props) {
  const { activityId } = await params
  const me = await signedIn(gradingPath(activityId))
  const place = (await readGradingPlace(me, activityId, await hiddenName())) ?? notFound()
  const { activity, rooms, people, marks, rubrics, grading, runs } = place
  const everybody = await readRelease(activityId)
  const regrades = openRegrades(people.flatMap((person) => person.regrades)).length
  return (
    <Messages namespaces={['grading', 'marks', 'chair', 'board', 'record', 'homework']}>
      <ActivityBar frame={await frameFor(activityId)} page="grading" counts={{ grading: regrades }} />
      <GradingPlace
        data={{
          ...{ activityId, rubrics, grading, runs, releasedToAll: everybody?.at.getTime() ?? null },
          ...{ homework: activity.kind === 'homework', besideOff: environment().besideOff },
          panels: besideOnPages().map(({ key, GradingPanel }) => (GradingPanel ? <GradingPanel key={key} /> : null)),
          rooms: rooms.map((room) => ({ id: room.id, name: grading.hideNames ? '' : room.name })),
          marks: marks.flatMap((mark) => savedMark(mark) ?? []),
          people: people.map(
            ({ id: person, name, roomId, room, section, seat, note, releasedAt, regrades, late, shares }) => ({
              ...{ id: person, name, roomId, section, note, releasedAt, regrades, late, shares },
              about: [seat, rooms.length > 1 ? room : ''].filter((words) => words !== '').join(' · '),
            }),
          ),
        }}
        acts={{
          saveMark,
          saveNote,
          release,
          withdraw,
          saveGrading,
          answerRegrade,
          readHistory,
        }}
      >
        {children}
      </GradingPlace>
    </Messages>
  )
}

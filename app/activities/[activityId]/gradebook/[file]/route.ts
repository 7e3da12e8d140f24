// Downloads an activity's grade files, for its chairs.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { accessActivity, accessCourse, may } from '#server/store/access/access'
import { readGradebook, readHandedIn } from '#server/store/marks/gradebook'
import { newestRubric } from '#simulation/reading/log/rubric'
import { csvFile } from '../../../../_files/csv'
import { unlessNewer } from '../../../../_files/unless-newer'
import { hiddenName } from '../../hidden-name'
import { gradesForCanvas, gradesForMoodle, gradesForPeople } from '../grade-files'
import { gradesOf } from '../grades'

type Props = { params: Promise<{ activityId: string; file: string }> }

export const GET = (_: Request, props: Props): Promise<Response> => unlessNewer(() => gradeFile(props))

async function gradeFile({ params }: Props): Promise<Response> {
  const { activityId, file } = await params
  const me = await caller()
  const found = me ? await accessActivity(me, activityId) : null
  if (!me || !found || !may(found.as, 'take-grade-files')) notFound()
  const { activity } = found
  const t = await getTranslations('gradebook')
  const { people, marks, rubrics, grading } = await readGradebook(activity, await hiddenName())
  const newest = newestRubric(rubrics)
  const grades = gradesOf(people, marks, rubrics, grading)
  // A learning platform knows nobody by the number that hides a name.
  const named = grades.filter(({ id }) => people.some((person) => person.id === id && !person.hidden))
  switch (file) {
    case 'grades.csv': {
      const nameOf = await getTranslations('record.homeworkPhases')
      const handed = activity.kind === 'homework' ? { of: await readHandedIn(people), nameOf } : null
      return csvFile(gradesForPeople(grades, newest, t, grading, handed), `${activity.title} ${t('title')}`)
    }
    case 'canvas.csv': {
      const course = await accessCourse(me, activity.courseId, 'see-course')
      return csvFile(
        gradesForCanvas(named, newest.points, activity.title, course?.course.title ?? ''),
        `${activity.title} Canvas`,
      )
    }
    case 'moodle-email.csv':
      return csvFile(gradesForMoodle(named, 'email', activity.title), `${activity.title} Moodle`)
    case 'moodle-number.csv':
      return csvFile(gradesForMoodle(named, 'number', activity.title), `${activity.title} Moodle`)
    default:
      notFound()
  }
}

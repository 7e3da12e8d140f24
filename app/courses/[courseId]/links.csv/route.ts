// The personal links as CSV, for a spreadsheet or a mail merge.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { personalLinkPath } from '#paths'
import { environment } from '#server/base/environment'
import { accessCourse } from '#server/store/access/access'
import { readLinks } from '#server/store/courses/personal-links'
import { csvFile, peopleCsv } from '../../../_files/csv'

export async function GET(_: Request, { params }: { params: Promise<{ courseId: string }> }): Promise<Response> {
  const me = await caller()
  const found = me && (await accessCourse(me, (await params).courseId, 'run-activity'))
  if (!found) notFound()
  const t = await getTranslations('courses.links')
  const links = await readLinks(found.course.id)
  const { publicUrl } = environment()
  const lines = links.map(({ name, email, studentNumber, token }) => [
    name,
    email ?? '',
    studentNumber ?? '',
    token === null ? '' : publicUrl + personalLinkPath(token),
  ])
  return csvFile(
    peopleCsv([[t('file.name'), t('file.email'), t('file.number'), t('file.link')], ...lines]),
    `${found.course.title} ${t('title')}`,
  )
}

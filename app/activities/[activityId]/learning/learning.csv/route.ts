// Downloads the evidence of learning, a row for each person and no name, for an activity's staff.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { accessActivity, may } from '#server/store/access/access'
import { readLearning } from '#server/store/records/learning'
import { csvFile } from '../../../../_files/csv'
import { unlessNewer } from '../../../../_files/unless-newer'
import { learningCsv } from '../learning-file'

type Props = { params: Promise<{ activityId: string }> }

export const GET = (request: Request, props: Props): Promise<Response> =>
  unlessNewer(() => learningFile(request, props))

async function learningFile(request: Request, { params }: Props): Promise<Response> {
  const me = await caller()
  const found = me ? await accessActivity(me, (await params).activityId) : null
  if (!me || !found || !may(found.as, 'take-grade-files')) notFound()
  const table = new URL(request.url).searchParams.get('table') ?? undefined
  const { rows } = await readLearning(found.activity.id, table)
  const t = await getTranslations('learning')
  return csvFile(learningCsv(rows, t), `${found.activity.title} ${t('title')}`)
}

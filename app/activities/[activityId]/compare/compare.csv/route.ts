// Downloads the distances of all tables of an activity, for its staff.
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { accessActivity, may } from '#server/store/access/access'
import { readPlayedTables } from '#server/store/records/compared'
import { compareTables } from '#simulation/reading/positions/compared-tables'
import { csvFile } from '../../../../_files/csv'
import { unlessNewer } from '../../../../_files/unless-newer'
import { readAsked } from '../asked'
import { compareCsv } from '../compare-file'

type Props = { params: Promise<{ activityId: string }> }

export const GET = (request: Request, props: Props): Promise<Response> => unlessNewer(() => compareFile(request, props))

async function compareFile(request: Request, { params }: Props): Promise<Response> {
  const me = await caller()
  const found = me ? await accessActivity(me, (await params).activityId) : null
  if (!me || !found || !may(found.as, 'run-activity')) notFound()
  const tables = await readPlayedTables(me, found.activity.id)
  const asked = readAsked({ of: new URL(request.url).searchParams.get('of') ?? undefined }, tables)
  const compared = compareTables(tables, asked.measure)
  if (!compared) notFound()
  const t = await getTranslations('compare')
  return csvFile(compareCsv(compared, t), `${found.activity.title} ${t('title')}`)
}

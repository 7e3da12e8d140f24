// How the server that answers does: version, people, backup, disk, memory, mail, faults. For administrators alone; for everybody else it
// does not exist.

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import { accountPath, auditPath, coursesPath, thisServerPath } from '#paths'
import { readServerReport } from '#server/jobs/server-report'
import { Messages, titled } from '#ui/page/messages'
import { AppBar } from '../_device/app-bar'
import { ReportView } from './report-view'

export const generateMetadata = titled('this-server.title')

export default async function ThisServerPage() {
  const me = await signedIn(thisServerPath())
  const report = (await readServerReport(me)) ?? notFound()
  const t = await getTranslations('this-server')
  return (
    <Messages namespaces={['this-server']}>
      <AppBar
        itemsLabel={t('bar.label')}
        items={[
          { href: coursesPath(), label: t('bar.courses') },
          { href: accountPath(), label: t('bar.account') },
          { href: auditPath(), label: t('bar.audit') },
          { href: thisServerPath(), label: t('title'), current: true },
        ]}
      />
      <main id="main" className="page">
        <ReportView report={report} />
      </main>
    </Messages>
  )
}

// What was done on this server that its owner may have to answer for, newest first. For administrators alone; for everybody else it does
// not exist.

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { signedIn } from '#access'
import { accountPath, auditPath, coursesPath, thisServerPath } from '#paths'
import { AUDITED } from '#server/base/audit'
import { KEPT_DAYS, readAudit } from '#server/store/people/audit-entries'
import { Button, LinkButton } from '#ui/controls/button'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import { When } from '#ui/words/when'
import { AppBar } from '../_device/app-bar'
import styles from './audit.module.css'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const Asked = z.object({
  what: z.enum(AUDITED).nullable().catch(null),
  before: z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null),
})

export const generateMetadata = titled('audit.title')

export default async function AuditPage({ searchParams }: Props) {
  const me = await signedIn(auditPath())
  const { what, before } = Asked.parse(await searchParams)
  const { entries, older } = (await readAudit(me, { what, before })) ?? notFound()
  const t = await getTranslations('audit')
  const kinds = AUDITED.map((kind) => ({ value: kind, label: t(`what.${kind}`) }))
  return (
    <Messages namespaces={['audit']}>
      <AppBar
        itemsLabel={t('bar.label')}
        items={[
          { href: coursesPath(), label: t('bar.courses') },
          { href: accountPath(), label: t('bar.account') },
          { href: auditPath(), label: t('title'), current: true },
          { href: thisServerPath(), label: t('bar.server') },
        ]}
      />
      <main id="main" className="page">
        <PageHead title={t('title')} lead={t('lead', { days: KEPT_DAYS })} />
        <form className={`acts ${styles.filter}`} action={auditPath()}>
          <Field label={t('filter')}>
            <Select name="what" defaultValue={what ?? ''} options={[{ value: '', label: t('everything') }, ...kinds]} />
          </Field>
          <Button type="submit">{t('show')}</Button>
        </form>
        {entries.length === 0 && older === null ? (
          <EmptyState title={t(what === null && before === null ? 'empty.title' : 'empty.filtered')}>
            {t('empty.text')}
          </EmptyState>
        ) : (
          <ol className={styles.entries}>
            {entries.map(({ id, at, what: kind, by, to, place }) => (
              <li className="acts" key={id}>
                <When at={at.getTime()} />
                <b>{t(`what.${kind}`)}</b>
                <span>{t('by', { name: by ?? t('nobody') })}</span>
                {to === null ? null : <span>{t('to', { name: to })}</span>}
                {place === null ? null : <span>{t('in', { name: place })}</span>}
              </li>
            ))}
          </ol>
        )}
        <p className={`tools ${styles.pages}`}>
          {before === null ? null : <Link href={auditPath({ what })}>{t('newest')}</Link>}
          {older === null ? null : <LinkButton href={auditPath({ what, before: older })}>{t('older')}</LinkButton>}
        </p>
      </main>
    </Messages>
  )
}

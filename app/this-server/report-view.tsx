// What the page of this server says: seven short sections, each a list of facts.
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { sizeWords } from '#format/sizes'
import { Band } from '#ui/charts/band'
import { PageHead } from '#ui/page/page-head'
import { When } from '#ui/words/when'
import styles from './report-view.module.css'

/** What server/jobs/server-report.ts finds; moments in ms since 1970, sizes in bytes. */
export type ShownReport = {
  server: string | null
  startedAt: number
  version: string | null
  news: { title: string; points: readonly string[] } | null
  now: { people: number; rooms: number } | null
  backup: {
    folder: string
    newest: { at: number; bytes: number } | null
    copy: { to: string; at: number | null; fault: string | null } | null
  } | null
  disks: readonly { folder: string; freeBytes: number; state: 'enough' | 'low' | 'full' }[]
  memory: { own: number; free: number; total: number }
  gone: readonly { what: string; since: number }[]
  faults: readonly { what: string; times: number; lastAt: number }[]
  mail: { waiting: number; failed: number } | null
  /** The address of the listener; null where none is asked. */
  listener: string | null
  invitations: number
}

/** So many points of what is new fit on one screen. */
const MOST_POINTS = 3

export function ReportView({ report }: { report: ShownReport }) {
  const t = useTranslations('this-server')
  const { server, startedAt } = report
  return (
    <>
      <PageHead title={t('title')} lead={t.rich('lead', { when: () => <When at={startedAt} /> })} />
      {server === null ? null : <p className="note">{t('several', { server })}</p>}
      <div className={styles.sections}>
        <Version {...report} />
        <Now now={report.now} />
        <Backup backup={report.backup} />
        <Room {...report} />
        <Mail mail={report.mail} invitations={report.invitations} />
        <ListenerAsked listener={report.listener} />
        <Faults {...report} />
      </div>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <Band title={title} level={2} />
      {children}
    </section>
  )
}

const Facts = ({ children }: { children: ReactNode }) => <dl className={styles.facts}>{children}</dl>

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Version({ version, news }: Pick<ShownReport, 'version' | 'news'>) {
  const t = useTranslations('this-server.version')
  const more = (news?.points.length ?? 0) - MOST_POINTS
  return (
    <Section title={t('title')}>
      <Facts>
        <Fact name={t('this')}>{version ?? t('unknown')}</Fact>
      </Facts>
      {news === null ? (
        <p className="note">{t('nothing')}</p>
      ) : (
        <>
          <p className="note">{t('new', { title: news.title })}</p>
          <ul className={styles.points}>
            {news.points.slice(0, MOST_POINTS).map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          {more > 0 ? <p className="note">{t('more', { count: more })}</p> : null}
        </>
      )}
    </Section>
  )
}

function Now({ now }: Pick<ShownReport, 'now'>) {
  const t = useTranslations('this-server.now')
  return (
    <Section title={t('title')}>
      {now === null ? (
        <p className="note">{t('opening')}</p>
      ) : (
        <Facts>
          <Fact name={t('people')}>{now.people}</Fact>
          <Fact name={t('rooms')}>{now.rooms}</Fact>
        </Facts>
      )}
    </Section>
  )
}

function Backup({ backup }: Pick<ShownReport, 'backup'>) {
  const t = useTranslations('this-server.backup')
  const locale = useLocale()
  if (backup === null)
    return (
      <Section title={t('title')}>
        <p className="note">{t('off')}</p>
      </Section>
    )
  const { folder, newest, copy } = backup
  return (
    <Section title={t('title')}>
      <Facts>
        <Fact name={t('newest')}>{newest ? <When at={newest.at} /> : t('none')}</Fact>
        {newest ? <Fact name={t('size')}>{sizeWords(locale, newest.bytes)}</Fact> : null}
        <Fact name={t('folder')}>{folder}</Fact>
        {copy === null ? null : (
          <Fact name={t('copy', { to: copy.to })}>
            {copy.fault ?? (copy.at === null ? t('notCopied') : <When at={copy.at} />)}
          </Fact>
        )}
      </Facts>
    </Section>
  )
}

/** What each state of a disk is said by. */
const STATES = { enough: 'free', low: 'low', full: 'full' } as const

function Room({ disks, memory }: Pick<ShownReport, 'disks' | 'memory'>) {
  const t = useTranslations('this-server.room')
  const locale = useLocale()
  const size = (bytes: number) => sizeWords(locale, bytes)
  return (
    <Section title={t('title')}>
      <Facts>
        {disks.map(({ folder, freeBytes, state }) => (
          <Fact key={folder} name={folder}>
            {t(STATES[state], { free: size(freeBytes) })}
          </Fact>
        ))}
        <Fact name={t('own')}>{size(memory.own)}</Fact>
        <Fact name={t('machine')}>{t('ofMachine', { free: size(memory.free), total: size(memory.total) })}</Fact>
      </Facts>
      {disks.length === 0 ? <p className="note">{t('unseen')}</p> : null}
    </Section>
  )
}

function ListenerAsked({ listener }: Pick<ShownReport, 'listener'>) {
  const t = useTranslations('this-server.listener')
  return (
    <Section title={t('title')}>
      {listener === null ? (
        <p className="note">{t('off')}</p>
      ) : (
        <Facts>
          <Fact name={t('on')}>{listener}</Fact>
        </Facts>
      )}
    </Section>
  )
}

function Mail({ mail, invitations }: Pick<ShownReport, 'mail' | 'invitations'>) {
  const t = useTranslations('this-server.mail')
  return (
    <Section title={t('title')}>
      <Facts>
        {mail === null ? null : (
          <>
            <Fact name={t('waiting')}>{mail.waiting}</Fact>
            <Fact name={t('failed')}>{mail.failed}</Fact>
          </>
        )}
        <Fact name={t('invitations')}>{invitations}</Fact>
      </Facts>
      {mail === null ? <p className="note">{t('off')}</p> : null}
    </Section>
  )
}

function Faults({ gone, faults }: Pick<ShownReport, 'gone' | 'faults'>) {
  const t = useTranslations('this-server.faults')
  const when = (at: number) => ({ when: () => <When at={at} /> })
  return (
    <Section title={t('title')}>
      {gone.length === 0 && faults.length === 0 ? (
        <p className="note">{t('none')}</p>
      ) : (
        <>
          <p className="note">{t('hint')}</p>
          <Facts>
            {gone.map(({ what, since }) => (
              <Fact key={`gone ${what}`} name={<strong>{what}</strong>}>
                {t.rich('gone', when(since))}
              </Fact>
            ))}
            {faults.map(({ what, times, lastAt }) => (
              <Fact key={what} name={what}>
                {t.rich('times', { times, ...when(lastAt) })}
              </Fact>
            ))}
          </Facts>
        </>
      )}
    </Section>
  )
}

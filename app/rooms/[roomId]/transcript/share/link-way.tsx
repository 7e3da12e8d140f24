'use client'
// The links of a record: making one for a reader with an end, and those that there are, to copy, read and revoke.
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { dateAndTime } from '#format/days'
import { recordLinkPath } from '#paths'
import { CopyWords } from '#room/words/copy-words'
import { type FileReader, readerCode } from '#simulation/secrecy/file-reader'
import { Button, LinkButton } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { Field } from '#ui/controls/field'
import { Select } from '#ui/controls/select'
import { useSending } from '#ui/controls/use-sending.ts'
import { useToast } from '#ui/over/toast'
import { RuledList } from '#ui/words/ruled-list'
import { listLinks, makeLink, reopenLink, revokeLink } from './link-actions'
import type { SideChoice } from './reader-choice'
import styles from './share-sheet.module.css'

const DAYS = ['7', '14', '30', '90', '180'] as const
/** For whom it opens, in words. */
const MEANS = { publication: 'anybody', class: 'course', side: 'side' } as const
type Listed = NonNullable<Awaited<ReturnType<typeof listLinks>>>[number]

type LinkWayProps = { room: { id: string }; timeZone: string; reader: FileReader; sides: readonly SideChoice[] }

export function LinkWay({ room: { id: roomId }, timeZone, reader, sides }: LinkWayProps) {
  const t = useTranslations('transcript.share.link')
  const [links, setLinks] = useState<readonly Listed[] | null>(null)
  const [days, setDays] = useState<string>('14')
  const { busy, fault, object, send } = useSending<'too-many'>()
  const tell = useToast()

  /** Resolves to whether they were read. */
  const list = () =>
    listLinks(roomId).then(
      (read) => {
        setLinks(read)
        return true
      },
      () => false,
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the links are looked at
  useEffect(() => void list().then((isRead) => (isRead ? undefined : object('failed'))), [roomId])

  /** Does one thing to the links, and lists them anew. */
  const act = (work: () => Promise<'failed' | 'too-many' | null>) =>
    send(async () => {
      const fault = await work().catch(() => 'failed' as const)
      return (await list()) ? fault : 'failed'
    })
  const make = () =>
    act(async () => {
      const made = await makeLink({ roomId, reader: readerCode(reader), days: Number(days) })
      return made.ok ? null : made.why === 'too-many' ? 'too-many' : 'failed'
    })
  const reopen = (id: string) => act(async () => ((await reopenLink({ roomId, id })).ok ? null : 'failed'))
  const revoke = (id: string) =>
    act(async () => {
      if (!(await revokeLink({ roomId, id })).ok) return 'failed'
      tell({ text: t('isRevoked'), undo: () => void reopen(id) })
      return null
    })

  return (
    <div className={`fields ${styles.act}`}>
      {reader.kind === 'own' ? (
        <p>{t('staff')}</p>
      ) : (
        <>
          <Field label={t('ends')}>
            <Select
              options={DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
              value={days}
              onChoose={setDays}
            />
          </Field>
          <p className={`hint ${styles.name}`}>
            {t(MEANS[reader.kind])} {t('counted')}
          </p>
          <Button kind="primary" busy={busy} onClick={() => void make()}>
            {t('make')}
          </Button>
        </>
      )}
      {fault ? <ErrorText>{t(fault)}</ErrorText> : null}
      {links === null || links.length === 0 ? null : (
        <section className={styles.links} aria-label={t('list')}>
          <h3>{t('list')}</h3>
          <RuledList>
            {links.map((link) => (
              <LinkLine key={link.id} {...{ link, timeZone, sides, busy }} revoke={() => void revoke(link.id)} />
            ))}
          </RuledList>
        </section>
      )}
    </div>
  )
}

type LinkLineProps = {
  link: Listed
  timeZone: string
  sides: readonly SideChoice[]
  busy: boolean
  revoke: () => void
}

function LinkLine({ link, timeZone, sides, busy, revoke }: LinkLineProps) {
  const t = useTranslations('transcript.share.link')
  const locale = useLocale()
  const { reader, token, madeBy, expiresAt, revokedAt, opened } = link
  const side = reader.kind === 'side' ? sides.find(({ id }) => id === reader.delegation)?.name : undefined
  const whom = t(`whom.${reader.kind === 'publication' ? (reader.numbered ? 'numbers' : 'offices') : reader.kind}`, {
    country: side ?? '',
    caucuses: String(reader.kind === 'publication' && reader.caucuses),
  })
  const time = (at: number) => dateAndTime(locale, at, timeZone)
  const ended = revokedAt !== null || expiresAt <= Date.now()
  const state =
    revokedAt !== null
      ? t('revoked', { time: time(revokedAt) })
      : t(ended ? 'ended' : 'until', { time: time(expiresAt) })
  const said = [state, t('opened', { count: opened }), madeBy === null ? null : t('by', { name: madeBy })]
  const path = token === null ? null : recordLinkPath(token)
  return (
    <li>
      <div>
        <b>{whom}</b>
        <p className={`hint ${styles.name}`}>{said.filter((part) => part).join(' · ')}</p>
      </div>
      {ended || path === null ? null : (
        <div className="acts">
          <CopyWords text={window.location.origin + path} label={t('copy')} />
          <LinkButton size="dense" href={path} prefetch={false} target="_blank">
            {t('read')}
          </LinkButton>
          <Button size="dense" kind="danger" busy={busy} onClick={revoke}>
            {t('revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}

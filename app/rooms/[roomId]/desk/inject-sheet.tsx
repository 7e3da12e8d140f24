'use client'
// The sheet on which the chair reads a piece of news and sends it. Enter sends it from here and from nowhere else: a digit that sent it at
// once would put fiction before a whole class by a slip.
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { unsentInjects } from '#simulation/reading/room/notices'
import { Button } from '#ui/controls/button'
import { Dialog } from '#ui/over/dialog'
import styles from './inject-sheet.module.css'
import type { DeskView } from './scoring/desk-view'

type InjectSheetProps = {
  desk: DeskView
  /** The key of the news that is read; null while the sheet is closed. */
  inject: string | null
  onClose: () => void
  onSend: (key: string) => void
}

export function InjectSheet({ desk, inject, onClose, onSend }: InjectSheetProps) {
  const t = useTranslations('desk.injects')
  // News that the agenda sends while it is read here cannot be sent again, so the sheet closes.
  const read = unsentInjects(desk.state).find((one) => one.inject.key === inject)?.inject
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (read) onSend(read.key)
    onClose()
  }
  return (
    <Dialog open={read !== undefined} onClose={onClose} title={read?.headline} description={t('toAll')}>
      {read ? (
        <form className={`stack ${styles.sheet}`} onSubmit={send}>
          <p className={styles.text}>{read.text}</p>
          <p>
            <b>{t('when')}</b> {read.when}
          </p>
          <p>
            <b>{t('followUp')}</b> {read.followUp}
          </p>
          <div className={styles.send}>
            <Button type="submit" kind="primary" keys="↵" autoFocus>
              {t('sendToRoom')}
            </Button>
          </div>
        </form>
      ) : null}
    </Dialog>
  )
}

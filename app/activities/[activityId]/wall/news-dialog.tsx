'use client'
// News to the chosen tables: what was prepared for them, or words of one's own. It is read before it goes, and says to which tables.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ActivityRoom } from '#room/activity-view.ts'
import { useActivity } from '#room/use-activity.ts'
import { type ChairAct, reachOf } from '#simulation/reading/chair-acts'
import { newsFor } from '#simulation/reading/several-rooms'
import { Button } from '#ui/button'
import { Choice, ChoiceGroup } from '#ui/choice'
import { beginning } from '#ui/delegations.ts'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { TextArea, TextInput } from '#ui/text-input'
import { useTableNames } from './act-outcome'
import type { Acts } from './use-acts'
import styles from './wall.module.css'

type NewsDialogProps = { activityId: string; rooms: readonly ActivityRoom[]; acts: Acts; onClose: () => void }
const OWN = 'own'

export function NewsDialog({ activityId, rooms: opened, acts, onClose }: NewsDialogProps) {
  const t = useTranslations('wall.news')
  const names = useTableNames()
  // As the tables are now: one that has had the news since the sheet was opened would refuse it.
  const rooms = useActivity(activityId, (view) => view.rooms.filter(({ id }) => opened.some((room) => room.id === id)))
  /** In the order in which they were opened: what has been sent meanwhile stays where it is. */
  const [keys] = useState(() => newsFor(rooms).map((news) => news.key))
  const now = newsFor(rooms)
  const prepared = keys.flatMap((one) => now.find((news) => news.key === one) ?? [])
  const [key, choose] = useState(keys[0] ?? OWN)
  const [headline, setHeadline] = useState('')
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [wordless, setWordless] = useState(false)
  const act: ChairAct = key === OWN ? { kind: 'ownNews', headline, text } : { kind: 'news', key }
  const reached = reachOf(act, rooms)
  const paused = reached.filter(({ summary }) => summary.clock?.pausedAt != null)

  async function send() {
    const isWordless = key === OWN && (headline.trim() === '' || text.trim() === '')
    setWordless(isWordless)
    if (isWordless) return
    setSending(true)
    if (await acts.run(act, reached)) onClose()
    else setSending(false)
  }

  return (
    <Dialog
      open
      width="wide"
      onOpenChange={(open) => open || onClose()}
      title={t('title', { where: names(reached) })}
      actions={
        <>
          {reached.length > 0 ? (
            <Button kind="primary" busy={sending} onClick={() => void send()}>
              {t('send', { where: names(reached) })}
            </Button>
          ) : null}
          <Button kind="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <ChoiceGroup
        legend={t('which')}
        legendHidden
        hint={paused.length > 0 ? t('paused', { where: names(paused) }) : null}
      >
        {prepared.map((news) => (
          <Choice
            key={news.key}
            name="news"
            title={news.headline}
            checked={key === news.key}
            onChange={() => choose(news.key)}
          >
            {beginning(news.form)}. {key === news.key ? news.text : null}{' '}
            {news.sentAt.length > 0 ? t('sent', { where: names(news.sentAt) }) : null}
          </Choice>
        ))}
        <Choice name="news" title={t('own')} checked={key === OWN} onChange={() => choose(OWN)}>
          {t('ownText')}
        </Choice>
      </ChoiceGroup>
      {key === OWN ? (
        <div className={styles.form}>
          <Field label={t('headline')}>
            <TextInput value={headline} maxLength={140} onChange={(event) => setHeadline(event.currentTarget.value)} />
          </Field>
          <Field label={t('text')} error={wordless ? t('empty') : null}>
            <TextArea value={text} maxLength={1200} onChange={(event) => setText(event.currentTarget.value)} />
          </Field>
        </div>
      ) : null}
    </Dialog>
  )
}

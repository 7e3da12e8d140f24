'use client'
// News to the chosen tables: what was prepared for them, or words of one's own. It is read before it goes, and says to which tables.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useChairWords } from '#chair/use-chair-words.ts'
import { WordsFields } from '#chair/words-fields'
import type { ActivityRoom } from '#room/link/activity-view.ts'
import { useActivity } from '#room/link/use-activity.ts'
import { newsFor } from '#simulation/reading/positions/several-rooms'
import { type ChairAct, reachOf } from '#simulation/reading/talk/chair-acts'
import { NOTE_DRAFT } from '#simulation/wire/draft-key'
import { Button } from '#ui/controls/button'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import { useSending } from '#ui/controls/use-sending.ts'
import { Dialog } from '#ui/over/dialog'
import { beginning } from '#ui/words/delegations.ts'
import { useTableNames } from './act-outcome'
import type { Acts } from './use-acts'

type NewsDialogProps = { activityId: string; rooms: readonly ActivityRoom[]; acts: Acts; onClose: () => void }
const OWN = 'own'

export function NewsDialog({ activityId, rooms: opened, acts, onClose }: NewsDialogProps) {
  const t = useTranslations('wall.news')
  const chair = useTranslations('chair')
  const names = useTableNames()
  // As the tables are now: one that has had the news since the sheet was opened would refuse it.
  const rooms = useActivity(activityId, (view) => view.rooms.filter(({ id }) => opened.some((room) => room.id === id)))
  /** In the order in which they were opened: what has been sent meanwhile stays where it is. */
  const [keys] = useState(() => newsFor(rooms).map((news) => news.key))
  const now = newsFor(rooms)
  const prepared = keys.flatMap((one) => now.find((news) => news.key === one) ?? [])
  const [key, choose] = useState(keys[0] ?? OWN)
  const words = useChairWords(activityId, NOTE_DRAFT, true)
  const { busy, send: dispatch } = useSending()
  const { headline, text } = words
  const act: ChairAct = key === OWN ? { kind: 'ownNews', headline, text } : { kind: 'news', key }
  const reached = reachOf(act, rooms)
  const paused = reached.filter(({ summary }) => summary.clock?.pausedAt != null)

  async function run(news: ChairAct): Promise<boolean> {
    const isSent = (await dispatch(() => acts.run(news, reached))) === null
    if (isSent) onClose()
    return isSent
  }
  const send = () => void (key === OWN ? words.send((own) => run({ kind: 'ownNews', ...own })) : run(act))

  return (
    <Dialog
      open
      width="wide"
      onClose={onClose}
      title={t('title', { where: names(reached) })}
      actions={
        <>
          {reached.length > 0 ? (
            <Button kind="primary" busy={busy} onClick={send}>
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
      {key === OWN ? <WordsFields words={words} label={chair('text')} autoFocus={false} onSend={send} /> : null}
    </Dialog>
  )
}

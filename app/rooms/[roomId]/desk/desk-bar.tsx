'use client'
// The bar of the desk: the room's name, links to its other pages and the projector, the list of keys, and when the last entry was saved.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { timeOfDay } from '#format/clock-time'
import {
  boardPath,
  coursePath,
  coursesPath,
  debriefPath,
  deskPath,
  lobbyPath,
  marksPath,
  stagePath,
  transcriptPath,
  wallPath,
} from '#paths'
import { Button, LinkButton } from '#ui/button'
import { Select } from '#ui/select'
import { AppBar, Saved } from '../../../_device/app-bar'
import type { DeskPageData } from './desk-parts'

type DeskBarProps = { papers: DeskPageData; savedAt: number | null; onKeys: () => void }

export function DeskBar({ papers, savedAt, onKeys }: DeskBarProps) {
  const t = useTranslations('desk.bar')
  const { roomId, activityId } = papers
  return (
    <AppBar
      dense
      home={coursesPath()}
      place={<RoomSwitch papers={papers} />}
      itemsLabel={t('pages')}
      items={[
        { href: deskPath(roomId), label: t('desk'), current: true },
        { href: marksPath(roomId), label: t('marks') },
        { href: transcriptPath(roomId), label: t('transcript') },
        { href: debriefPath(roomId), label: t('debrief') },
        ...(papers.kind === 'homework'
          ? [{ href: boardPath(activityId), label: t('board') }]
          : [{ href: lobbyPath(activityId), label: t('lobby') }]),
        { href: coursePath(papers.courseId), label: t('course') },
        ...(papers.rooms.length > 1 ? [{ href: wallPath(activityId), label: t('wall') }] : []),
      ]}
      right={
        <>
          <LinkButton size="dense" keys="P" href={stagePath(roomId)} target={`stage-${roomId}`}>
            {t('projector')}
          </LinkButton>
          <Button size="dense" keys="?" onClick={onKeys}>
            {t('keys')}
          </Button>
          {savedAt === null ? null : <Saved>{t('saved', { at: timeOfDay(savedAt) })}</Saved>}
        </>
      }
    />
  )
}

/** The other desks of the same activity. */
export function RoomSwitch({ papers: { roomId, room, rooms, title } }: { papers: DeskPageData }) {
  const t = useTranslations('desk.bar')
  const router = useRouter()
  if (rooms.length < 2) return t('place', { room, title })
  return (
    <Select
      size="dense"
      aria-label={t('room')}
      value={roomId}
      onChoose={(value) => router.push(deskPath(value))}
      options={rooms.map(({ id, name }) => ({ value: id, label: t('place', { room: name, title }) }))}
    />
  )
}

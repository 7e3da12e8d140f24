'use client'
// The bar of the desk: the room's name, its other pages, the projector blanked or opened, the list of keys, and the settings.
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
import { Button } from '#ui/controls/button'
import { Select } from '#ui/controls/select'
import { Menu } from '#ui/over/menu'
import { AppBar, Saved } from '../../../_device/app-bar'
import type { DeskPageData } from './faces/desk-parts'

type DeskBarProps = {
  papers: DeskPageData
  savedAt: number | null
  blank: boolean
  onBlank: () => void
  onKeys: () => void
  onSettings: () => void
}

export function DeskBar({ papers, savedAt, blank, onBlank, onKeys, onSettings }: DeskBarProps) {
  const t = useTranslations('desk.bar')
  return (
    <AppBar
      dense
      home={coursesPath()}
      place={<RoomSwitch papers={papers} />}
      right={
        <>
          {savedAt === null ? null : <Saved>{t('saved', { at: timeOfDay(savedAt) })}</Saved>}
          <Pages papers={papers} />
          <Button size="dense" keys="B" pressed={blank} onClick={onBlank}>
            {t('blank')}
          </Button>
          <Button size="dense" keys="?" onClick={onKeys}>
            {t('keys')}
          </Button>
          <Button size="dense" onClick={onSettings}>
            {t('settings')}
          </Button>
        </>
      }
    />
  )
}

/** The other pages of the room, and the one for the projector, which opens beside the desk. */
function Pages({ papers: { roomId, activityId, courseId, kind, rooms } }: Pick<DeskBarProps, 'papers'>) {
  const t = useTranslations('desk.bar')
  const router = useRouter()
  const to = (label: string, path: string) => ({ label, onSelect: () => router.push(path) })
  return (
    <Menu
      align="end"
      trigger={<Button size="dense">{t('pages')}</Button>}
      items={[
        { label: t('projector'), onSelect: () => void window.open(stagePath(roomId), `stage-${roomId}`) },
        { kind: 'divider' },
        to(t('marks'), marksPath(roomId)),
        to(t('transcript'), transcriptPath(roomId)),
        to(t('debrief'), debriefPath(roomId)),
        kind === 'homework' ? to(t('board'), boardPath(activityId)) : to(t('lobby'), lobbyPath(activityId)),
        ...(rooms.length > 1 ? [to(t('wall'), wallPath(activityId))] : []),
        to(t('course'), coursePath(courseId)),
      ]}
    />
  )
}

/** The other desks of the same activity. */
function RoomSwitch({ papers: { roomId, room, rooms, title } }: { papers: DeskPageData }) {
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

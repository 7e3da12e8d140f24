'use client'
// The switch of the tone that sounds when the floor is yours.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/controls/button'
import type { Sound } from './use-now-signals'

export function SoundSwitch({ sound }: { sound: Sound }) {
  const t = useTranslations('now')
  return (
    <Button
      kind="quiet"
      size="dense"
      icon={sound.on ? 'bell' : 'bellOff'}
      aria-label={t(sound.on ? 'sound.on' : 'sound.off')}
      onClick={sound.turn}
    />
  )
}

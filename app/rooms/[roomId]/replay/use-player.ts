'use client'
// The hand on the reel: where it is, whether it runs and how fast.
import { useCallback, useEffect, useRef, useState } from 'react'

export const PACES = [1, 2, 5, 10, 30] as const
export type Pace = (typeof PACES)[number]

/** Ten times a second is smooth for digits and words. */
const TICK_MS = 100

export type Player = {
  at: number
  isPlaying: boolean
  pace: Pace
  setPace: (pace: Pace) => void
  toggle: () => void
  /** Goes there and stays as it was, running or not. */
  seek: (at: number) => void
}

export function usePlayer(length: number, startsAt: number): Player {
  const [at, move] = useState(startsAt)
  const [isPlaying, play] = useState(false)
  const [pace, setPace] = useState<Pace>(5)
  const last = useRef(0)
  useEffect(() => {
    if (!isPlaying) return
    last.current = performance.now()
    const ticking = setInterval(() => {
      const now = performance.now()
      const passed = (now - last.current) * pace
      last.current = now
      move((before) => Math.min(length, before + passed))
    }, TICK_MS)
    return () => clearInterval(ticking)
  }, [isPlaying, pace, length])
  useEffect(() => {
    if (at >= length) play(false)
  }, [at, length])
  const toggle = useCallback(() => {
    play((before) => !before)
    // From the end it starts again.
    move((before) => (before >= length ? 0 : before))
  }, [length])
  const seek = useCallback((to: number) => move(Math.min(length, Math.max(0, to))), [length])
  return { at: Math.min(at, length), isPlaying, pace, setPace, toggle, seek }
}

'use client'
// Words of any length on the stage: in the largest size that fits their box, and where the smallest does not, with fewer lines of each
// passage, which it says. Nothing is smaller than the back row can read.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import styles from './fit.module.css'
import { useFitted, type Way } from './use-fitted'

/** In hundredths of the stage's width. */
const SMALLEST = 2.1
const FEWER_LINES = [12, 8, 6, 4, 3, 2, 1]

const inSize =
  (size: number): Way =>
  (box) => {
    box.style.setProperty('--size', String(size))
    box.removeAttribute('data-cut')
  }
const inLines =
  (lines: number): Way =>
  (box) => {
    box.style.setProperty('--lines', String(lines))
    box.setAttribute('data-cut', '')
  }

type FitProps = {
  /** The largest size, in hundredths of the stage's width. */
  largest: number
  className?: string | undefined
  children: ReactNode
}

export function Fit({ largest, className, children }: FitProps) {
  const t = useTranslations('stage')
  const steps = Math.max(0, Math.ceil((largest - SMALLEST) / 0.3))
  const sizes = Array.from({ length: steps }, (_, step) => largest - 0.3 * step)
  const box = useFitted<HTMLDivElement>([...[...sizes, SMALLEST].map(inSize), ...FEWER_LINES.map(inLines)])
  return (
    <div ref={box} className={`${styles.fit} ${className ?? ''}`} data-rest={t('rest')}>
      {children}
    </div>
  )
}

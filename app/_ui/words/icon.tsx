// The icons, as strokes on a square of 24 units. They are hidden from screen readers, so each needs text beside it.
import styles from './icon.module.css'

const PATHS = {
  hand: 'M7 11V5.5a1.5 1.5 0 013 0V10m0-1V4a1.5 1.5 0 013 0v6m0-1V5a1.5 1.5 0 013 0v8c0 4-2.2 6.5-5.5 6.5-3 0-4.4-1.6-6-4.7L3.2 12c-.6-1.4 1.3-2.4 2.2-1.2L7 13',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 5l11 7-11 7z',
  warning: 'M12 4L2.5 20h19zM12 10v5M12 17v1',
  offline: 'M3 3l18 18M5 10a11 11 0 014-2M19 10a11 11 0 00-7-2.5M8 14a6 6 0 014-1.5M12 18h.01',
  check: 'M5 12l5 5L19 7',
  lock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 017 0V11',
  unlocked: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 016.6-1.6',
  understudy: 'M6 8h12v10H6zM12 4v4M9.5 12v2M14.5 12v2',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  left: 'M15 6l-6 6 6 6',
  right: 'M9 6l6 6-6 6',
  bell: 'M6 16V11a6 6 0 0112 0v5l1.5 2h-15zM10 20.5h4',
  bellOff: 'M6 16V11a6 6 0 019-5.2M18 11v5l1.5 2h-12M10 20.5h4M4 4l16 16',
  help: 'M12 3a9 9 0 100 18 9 9 0 000-18zM9.5 9.5a2.5 2.5 0 115 0c0 1.7-2.5 2-2.5 4M12 17v.2',
  person: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  letter: 'M3.5 6h17v12.5h-17zM3.5 6.5L12 13.5l8.5-7',
  pen: 'M4 20l1-4L16 5l3 3L8 19z',
  next: 'M5 5l10 7-10 7zM18 5v14',
  news: 'M4 6h13v13H6a2 2 0 01-2-2zM17 9h3v8a2 2 0 01-2 2M7 10h7M7 14h7',
  chair: 'M7 4v9h10M7 13v7M17 13v7',
  nobody: 'M5 5h5M14 5h5v5M19 14v5h-5M10 19H5v-5M5 10V5',
  flag: 'M6 21V4h11l-2.5 3.5L17 11H6',
  takeOff: 'M4 12h16M7 7.5h10M7 16.5h7',
  eye: 'M3 12c3-4.5 6-6.5 9-6.5s6 2 9 6.5c-3 4.5-6 6.5-9 6.5S6 16.5 3 12zM12 9.5a2.5 2.5 0 110 5 2.5 2.5 0 010-5z',
  more: 'M4.2 12a.8.8 0 101.6 0 .8.8 0 10-1.6 0M11.2 12a.8.8 0 101.6 0 .8.8 0 10-1.6 0M18.2 12a.8.8 0 101.6 0 .8.8 0 10-1.6 0',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  answer: 'M5 12h14M13 6l6 6-6 6',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l4.5 4.5',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} data-name={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}

// Paper for the class is what a page prints by itself; paper with what is private has to be asked for, and only this once.
import type { ForWhom } from './for-whom'

export function printFor(forWhom: ForWhom): void {
  const root = document.documentElement
  root.dataset.paper = forWhom
  window.addEventListener('afterprint', () => delete root.dataset.paper, { once: true })
  window.print()
}

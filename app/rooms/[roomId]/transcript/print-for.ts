// Prints the page. By default it prints for the class; private entries are included only for this one print.
import type { ForWhom } from '#simulation/reading/drawing'

export function printFor(forWhom: ForWhom): void {
  const root = document.documentElement
  root.dataset.paper = forWhom
  window.addEventListener('afterprint', () => delete root.dataset.paper, { once: true })
  window.print()
}

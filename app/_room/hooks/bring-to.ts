// Scrolls to a control as far as the reader could scroll themselves. `scrollIntoView` also moves a frame that cuts off what is too long for it,
// and on a phone the page's head and dock lie in one: they would leave the screen, and nobody could bring them back.

/** Brings a control to the top or the middle of what is free. */
export function bringTo(control: Element, place: 'top' | 'middle' = 'top'): void {
  const page = document.documentElement
  const margin = Number.parseFloat(getComputedStyle(control).scrollMarginTop) || 0
  let isSeen = false
  for (let frame = control.parentElement; frame; frame = frame.parentElement) {
    if (frame !== page && !/auto|scroll/.test(getComputedStyle(frame).overflowY)) continue
    const top = frame === page ? 0 : frame.getBoundingClientRect().top
    const box = control.getBoundingClientRect()
    const spare = place === 'middle' ? Math.max(0, (frame.clientHeight - box.height) / 2) : margin
    const below = box.top - top - spare
    // Within a frame that has brought it to its place, the next one only follows where it is out of sight still.
    if (!isSeen || below + spare < 0 || below > frame.clientHeight / 2) frame.scrollTop += below
    isSeen ||= frame.scrollHeight > frame.clientHeight
  }
}

/** Brings an element to the middle and gives it the focus. */
export function hold(element: HTMLElement): void {
  bringTo(element, 'middle')
  element.focus({ preventScroll: true })
}

/**
 * Brings a field up until it is clear of what its frame keeps free at the foot (`scroll-padding-bottom`). Of one that is higher than the rest
 * the browser keeps the line clear that is typed.
 */
export function keepClear(field: Element): void {
  const page = document.documentElement
  for (let frame = field.parentElement; frame; frame = frame.parentElement) {
    const { overflowY, scrollPaddingBottom } = getComputedStyle(frame)
    const foot = Number.parseFloat(scrollPaddingBottom) || 0
    if (foot === 0 || (frame !== page && !/auto|scroll/.test(overflowY))) continue
    const free = frame.clientHeight - foot
    const box = field.getBoundingClientRect()
    const over = box.bottom - (frame === page ? 0 : frame.getBoundingClientRect().top) - free
    if (over > 0 && box.height <= free) frame.scrollTop += over
  }
}

/** Brings a control to the middle where it lies below what is seen. */
export function bringIntoSight(control: Element): void {
  let below = window.innerHeight
  for (let frame = control.parentElement; frame; frame = frame.parentElement)
    if (/auto|scroll/.test(getComputedStyle(frame).overflowY))
      below = Math.min(below, frame.getBoundingClientRect().bottom)
  if (control.getBoundingClientRect().bottom > below) bringTo(control, 'middle')
}

/** Brings an entry of the record, by its id on the page, to the middle; nothing happens where it is not on the page. */
export function bringToEntry(id: string): void {
  const entry = document.getElementById(id)
  if (entry) bringTo(entry, 'middle')
}

/** Turns what scrolls around an element on by a page, of which the last lines stay in sight. */
export function turnOn(within: Element): void {
  let frame = within.parentElement
  const turns = (one: Element) =>
    /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight
  while (frame && !turns(frame)) frame = frame.parentElement
  frame?.scrollBy(0, frame.clientHeight * 0.75)
}

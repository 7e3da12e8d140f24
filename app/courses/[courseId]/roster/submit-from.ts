// Sends a form when one of its choices changes, so that the lines are read with it at once.

/** Sends the form of the control that was just changed, so that the lines are read with the new choice. */
export function submitFrom(): void {
  if (document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLSelectElement)
    document.activeElement.form?.requestSubmit()
}

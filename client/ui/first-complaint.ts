/**
 * Whoever sends a form that is not right yet comes to the first field that is not, whose complaint a screen reader then says. For all forms of
 * the page; gives what ends it.
 */
export function watchComplaints(
  page: Pick<Document, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const look = ({ target }: Event) => {
    const form = target as Pick<HTMLElement, 'querySelector'> | null
    // What is wrong is drawn by then.
    requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  page.addEventListener('submit', look)
  return () => page.removeEventListener('submit', look)
}

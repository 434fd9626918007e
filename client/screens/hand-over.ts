import type { DownloadedFile } from '../connection/index.ts'

/** Gives a file to the browser's own downloads. */
export function handOver({ bytes, fileName }: DownloadedFile, otherwise = 'handslag'): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName ?? otherwise
  link.click()
  // Safari reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

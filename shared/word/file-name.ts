/** A name that every file system takes: no signs with a meaning of their own, no leading or trailing dot, not endless. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
  const name = [...plain].slice(0, 120).join('')
  return name.replace(/^[. ]+|[. ]+$/g, '') || 'overeenkomst'
}

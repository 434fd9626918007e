import { useState } from 'react'
import type { CheckResult } from '../../connection/index.ts'
import { useLanguage, useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { reportText } from './report-text.ts'
import { isForIct, verdictOf } from './verdict.ts'

type Copied = 'not yet' | 'copied' | 'failed'

/** What can be passed on to those who run the network. */
export function ReportForIct({ result, at }: { result: CheckResult; at: Date }) {
  const text = useText()
  const { language } = useLanguage()
  const [copied, setCopied] = useState<Copied>('not yet')
  const { ict } = text.check
  const when = at.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  const report = reportText(result, { origin: location.origin, at: when }, text)
  const copy = () => {
    navigator.clipboard?.writeText(report).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    ) ?? setCopied('failed')
  }
  return (
    <section className="hs-sheet hs-stack" aria-labelledby="ict">
      <h2 id="ict">{isForIct(verdictOf(result)) ? ict.heading : ict.resultHeading}</h2>
      <p>{ict.help}</p>
      <pre className="hs-check__report">{report}</pre>
      <Button look="primary" icon={copied === 'copied' ? 'check' : 'copy'} onPress={copy}>
        {copied === 'copied' ? ict.copied : ict.copy}
      </Button>
      <p role="status" className={copied === 'failed' ? undefined : 'hs-hidden'}>
        {copied === 'failed' ? ict.copyFailed : null}
        {copied === 'copied' ? ict.copied : null}
      </p>
    </section>
  )
}

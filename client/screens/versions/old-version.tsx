import { useMemo } from 'react'
import type { Catalog } from '../../../shared/template/catalog.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { OutlinePaper } from '../agreement/preview/outline-paper.tsx'
import { paperOf } from './compared-sections.ts'
import { Restore } from './restore.tsx'
import type { PastVersion } from './use-versions.ts'
import { useSayVersion, versionName } from './version-name.ts'

type Props = {
  agreementId: string
  past: PastVersion
  catalog: Catalog
  mayLead: boolean
  onBack: () => void
  onCompare: () => void
  onRestored: () => void
}

/** A version to read: unmistakably old, by a bar over the whole width that stays, another ground, and paper that nobody writes on. */
export function OldVersion({ agreementId, past, catalog, mayLead, onBack, onCompare, onRestored }: Props) {
  const { versions } = useText()
  const say = useSayVersion()
  const { version, body } = past
  const outline = useMemo(() => paperOf(body, catalog), [body, catalog])
  return (
    <div className="hs-old">
      <div className="hs-old__bar">
        <div className="hs-old__said">
          <Icon name="attention" size={22} />
          <p>
            <strong>{versions.oldTitle(versionName(version, versions))}</strong>{' '}
            <span>
              {say(version)} {versions.oldReadOnly}
            </span>
          </p>
        </div>
        <div className="hs-versions__buttons">
          <Button look="primary" icon="back" onPress={onBack}>
            {versions.backToNow}
          </Button>
          <Button onPress={onCompare}>{versions.compareNow}</Button>
          {mayLead ? (
            <Restore agreementId={agreementId} version={version} article={null} onRestored={onRestored} />
          ) : null}
        </div>
      </div>
      <OutlinePaper outline={outline} />
    </div>
  )
}

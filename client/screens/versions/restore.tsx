import { useState } from 'react'
import { randomId } from '../../../shared/document/edit.ts'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Version } from '../../../shared/protocol/endpoints-versions.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Failure } from '../failure.tsx'
import { useAction } from '../load.ts'
import { useSayVersion, versionName } from './version-name.ts'

type Props = {
  agreementId: string
  version: Version
  /** One article or annex with its name; null for all of it. */
  article: { id: string; name: string } | null
  onRestored: () => void
}

/** The way back to a version, which asks first and says what becomes of what stands there now. */
export function Restore({ agreementId, version, article, onRestored }: Props) {
  const { versions, everywhere } = useText()
  const say = useSayVersion()
  const [command, setCommand] = useState<string | null>(null)
  const restoring = useAction(
    (id: string) =>
      call(endpoints.restoreVersion, {
        params: { id: agreementId, versionId: version.id },
        body: { id, articleId: article?.id ?? null },
      }),
    () => {
      setCommand(null)
      onRestored()
    },
  )
  const name = versionName(version, versions)
  const close = () => {
    setCommand(null)
    restoring.reset()
  }
  return (
    <>
      <Button
        look={article === null ? 'danger' : 'secondary'}
        {...(article === null ? {} : { 'aria-label': versions.restoreArticleLabel(article.name) })}
        onPress={() => setCommand(randomId())}
      >
        {article === null ? versions.restoreAll : versions.restoreArticle}
      </Button>
      <Dialog
        title={article === null ? versions.restoreAll : versions.restoreArticle}
        closeLabel={everywhere.close}
        isOpen={command !== null}
        onClose={close}
      >
        <div className="hs-stack">
          <p>{article === null ? versions.confirmAll(name) : versions.confirmArticle(article.name, name)}</p>
          <p className="hs-soft">{say(version)}</p>
          <p>{versions.confirmKept}</p>
          {restoring.failure === null ? null : <Failure failure={restoring.failure} />}
          <div className="hs-versions__buttons">
            <Button
              look="primary"
              isBusy={restoring.isBusy}
              onPress={() => {
                // Sent again after a bad connection it is the same command, and is done once.
                if (command !== null) restoring.run(command)
              }}
            >
              {restoring.isBusy ? versions.restoring : versions.confirm}
            </Button>
            <Button onPress={close}>{everywhere.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

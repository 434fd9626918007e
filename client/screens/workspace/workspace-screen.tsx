import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Workspace } from '../../../shared/protocol/endpoints-workspace.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLoad } from '../load.ts'
import { NeedsAccount } from '../needs-account.tsx'
import { Page } from '../page.tsx'
import { StaffLinks } from '../staff-links.tsx'
import { InviteColleague } from './invite-colleague.tsx'
import { Look } from './look.tsx'
import { Members } from './members.tsx'
import { Retention } from './retention.tsx'
import { Waiting } from './waiting.tsx'
import { WorkspaceName } from './workspace-name.tsx'
import './workspace.css'

/** What every part of the page needs: the workspace, and what to do with it as it is after a change. */
export type WorkspaceProps = { workspace: Workspace; onChanged: (workspace: Workspace) => void }

async function loadWorkspace() {
  const workspace = await call(endpoints.getWorkspace, {})
  return { workspace, isAdmin: (await call(endpoints.me, {})).rights === 'admin' }
}

/** The workspace: its name, its members, and for admins who is invited. */
export function WorkspaceScreen() {
  const text = useText().workspace
  const loaded = useLoad(loadWorkspace)
  const [changed, setChanged] = useState<Workspace | null>(null)
  if (loaded.state !== 'ready')
    return (
      <Page title={text.page}>
        <div className="hs-workspace">
          {loaded.state === 'broken' ? <NeedsAccount {...loaded} /> : <Arriving />}
        </div>
      </Page>
    )
  const { isAdmin } = loaded.value
  const parts = { workspace: changed ?? loaded.value.workspace, onChanged: setChanged }
  const { name } = parts.workspace
  return (
    <Page title={text.page} links={<StaffLinks />}>
      <div className="hs-workspace">
        <div className="hs-workspace__heading">
          <h1>{name === '' ? text.page : name}</h1>
          <p className="hs-soft">{text.lead}</p>
        </div>
        <Members {...parts} isAdmin={isAdmin} />
        {isAdmin ? (
          <>
            <InviteColleague {...parts} />
            <Waiting {...parts} />
            <WorkspaceName {...parts} />
            <Look />
            <Retention />
          </>
        ) : null}
      </div>
    </Page>
  )
}

function Arriving() {
  const text = useText().workspace
  return (
    <section className="hs-sheet hs-stack" aria-busy="true">
      <p>{text.loading}</p>
      <Skeleton width="50%" height="1.6em" />
      <Skeleton width="100%" height="2.75rem" />
    </section>
  )
}

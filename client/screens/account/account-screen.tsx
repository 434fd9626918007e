import { useState } from 'react'
import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Account } from '../../../shared/protocol/endpoints-accounts.ts'
import { call } from '../../connection/index.ts'
import { useText } from '../../text/index.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLoad } from '../load.ts'
import { NeedsAccount } from '../needs-account.tsx'
import { Page } from '../page.tsx'
import { StaffLinks } from '../staff-links.tsx'
import { OwnEmail } from './own-email.tsx'
import { OwnName } from './own-name.tsx'
import { OwnPasskeys } from './own-passkeys.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnSessions } from './own-sessions.tsx'
import './account.css'

/** What every part of the page needs: the account, and what to do with it as it is after a change. */
export type OwnProps = { account: Account; onChanged: (account: Account) => void }

async function loadAccount() {
  const account = await call(endpoints.getAccount, {})
  return { account, canMail: (await call(endpoints.me, {})).canMail }
}

/** A member's own account: name, address, password, passkeys, and where one is signed in. */
export function AccountScreen() {
  const { account } = useText()
  const loaded = useLoad(loadAccount)
  const [changed, setChanged] = useState<Account | null>(null)
  if (loaded.state !== 'ready')
    return (
      <Page title={account.page}>
        <div className="hs-account">
          {loaded.state === 'broken' ? <NeedsAccount {...loaded} /> : <Arriving />}
        </div>
      </Page>
    )
  const own = { account: changed ?? loaded.value.account, onChanged: setChanged }
  return (
    <Page title={account.page} links={<StaffLinks />}>
      <div className="hs-account">
        <h1>{account.page}</h1>
        <OwnName {...own} />
        <OwnEmail {...own} canMail={loaded.value.canMail} />
        <OwnPassword {...own} />
        <OwnPasskeys {...own} />
        <OwnSessions {...own} />
      </div>
    </Page>
  )
}

function Arriving() {
  const { account } = useText()
  return (
    <section className="hs-sheet hs-stack" aria-busy="true">
      <p>{account.busy}</p>
      <Skeleton width="50%" height="1.6em" />
      <Skeleton width="100%" height="2.75rem" />
    </section>
  )
}

import { useText } from '../text/index.ts'
import { Link } from '../ui/button.tsx'

/** Where a member goes from the bar of any page of words. */
export function StaffLinks() {
  const { account, workspace } = useText()
  return (
    <>
      <Link href="/werkruimte">{workspace.page}</Link>
      <Link href="/account">{account.page}</Link>
    </>
  )
}

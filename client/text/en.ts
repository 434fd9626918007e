import { account } from './en/account.ts'
import { acts } from './en/acts.ts'
import { advice } from './en/advice.ts'
import { agreement } from './en/agreement.ts'
import { akkoord } from './en/akkoord.ts'
import { articles } from './en/articles.ts'
import { check } from './en/check.ts'
import { comments } from './en/comments.ts'
import { connection } from './en/connection.ts'
import { consultation } from './en/consultation.ts'
import { editor } from './en/editor.ts'
import { errors } from './en/errors.ts'
import { everywhere } from './en/everywhere.ts'
import { facts } from './en/facts.ts'
import { fixing } from './en/fixing.ts'
import { forms } from './en/forms.ts'
import { history } from './en/history.ts'
import { join } from './en/join.ts'
import { leading } from './en/leading.ts'
import { leave } from './en/leave.ts'
import { meeting } from './en/meeting.ts'
import { offered } from './en/offered.ts'
import { openPoints } from './en/open-points.ts'
import { paper } from './en/paper.ts'
import { privacy } from './en/privacy.ts'
import { proposals } from './en/proposals.ts'
import { reading } from './en/reading.ts'
import { returned } from './en/returned.ts'
import { scan } from './en/scan.ts'
import { sharing } from './en/sharing.ts'
import { start } from './en/start.ts'
import { steps } from './en/steps.ts'
import { takeAlong } from './en/take-along.ts'
import { tasks } from './en/tasks.ts'
import { ui } from './en/ui.ts'
import { versions } from './en/versions.ts'
import { workspace } from './en/workspace.ts'
import type { TextTable } from './nl.ts'

/** Every word on the screen, in English. The agreement itself stays Dutch. */
export const en: TextTable = {
  advice,
  everywhere,
  ui,
  errors,
  start,
  join,
  account,
  workspace,
  leave,
  leading,
  sharing,
  acts,
  privacy,
  agreement,
  akkoord,
  fixing,
  articles,
  history,
  offered,
  check,
  meeting,
  connection,
  paper,
  comments,
  consultation,
  openPoints,
  versions,
  proposals,
  reading,
  returned,
  editor,
  forms,
  facts,
  scan,
  steps,
  tasks,
  takeAlong,
}

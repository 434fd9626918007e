import { account } from './nl/account.ts'
import { acts } from './nl/acts.ts'
import { advice } from './nl/advice.ts'
import { agreement } from './nl/agreement.ts'
import { akkoord } from './nl/akkoord.ts'
import { articles } from './nl/articles.ts'
import { check } from './nl/check.ts'
import { comments } from './nl/comments.ts'
import { connection } from './nl/connection.ts'
import { consultation } from './nl/consultation.ts'
import { editor } from './nl/editor.ts'
import { errors } from './nl/errors.ts'
import { everywhere } from './nl/everywhere.ts'
import { facts } from './nl/facts.ts'
import { fixing } from './nl/fixing.ts'
import { forms } from './nl/forms.ts'
import { history } from './nl/history.ts'
import { join } from './nl/join.ts'
import { leading } from './nl/leading.ts'
import { leave } from './nl/leave.ts'
import { meeting } from './nl/meeting.ts'
import { offered } from './nl/offered.ts'
import { openPoints } from './nl/open-points.ts'
import { paper } from './nl/paper.ts'
import { privacy } from './nl/privacy.ts'
import { proposals } from './nl/proposals.ts'
import { reading } from './nl/reading.ts'
import { returned } from './nl/returned.ts'
import { scan } from './nl/scan.ts'
import { sharing } from './nl/sharing.ts'
import { start } from './nl/start.ts'
import { steps } from './nl/steps.ts'
import { takeAlong } from './nl/take-along.ts'
import { tasks } from './nl/tasks.ts'
import { ui } from './nl/ui.ts'
import { versions } from './nl/versions.ts'
import { workspace } from './nl/workspace.ts'

/** Every word on the screen, in Dutch. This is the first table: its shape is the shape of all others. */
export const nl = {
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

/** A table of words. A language that lacks a key, or has one too many, does not compile. */
export type TextTable = typeof nl

export {
  type AgreementList,
  type Attention,
  type ListedAgreement,
  listAgreements,
  rememberOpened,
} from './agreements-on-device.ts'
export { keepAppAtHand, reloadWhenPartsAreGone } from './at-hand.ts'
export { CallFailed, type CallFailure, failureOf } from './call-failure.ts'
export {
  type CheckResult,
  type CheckStep,
  checkConnection,
  type StepOutcome,
} from './check-connection.ts'
export { type CommandQueue, createCommandQueue, type Waiting } from './command-queue.ts'
export { type CommentCommand, commentCommand, commentQueues } from './comment-queue.ts'
export {
  type ConnectionReport,
  type ConnectionState,
  mayWrite,
  reportOf,
  type StandingConnection,
  standingOf,
  unkept,
} from './connection-state.ts'
export { openGuarded } from './guarded-live.ts'
export { type CallInput, call, callForFile, type DownloadedFile } from './http.ts'
export { createKeptAndWaiting, type KeptAndWaitingStore } from './kept-and-waiting.ts'
export { callOrRecall, rememberPerson } from './kept-answers.ts'
export { liveConnections } from './kept-live.ts'
export { followLeaving, LEFT_PAGE, leaveDevice, unsentHere } from './leave-device.ts'
export { type LiveConnection, openLive } from './live.ts'
export { type OpenPointCommand, openPointQueues } from './open-point-queue.ts'

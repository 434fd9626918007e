import type { EndpointName } from '../../shared/protocol/endpoints.ts'
import {
  becomeMember,
  changeEmail,
  changeName,
  changePassword,
  getAccount,
  mailLink,
  seeLink,
  setPasswordWithLink,
  signIn,
  signOutElsewhere,
  useLink,
} from './accounts.ts'
import { admitParticipant } from './admit-participant.ts'
import type { Route } from './answer.ts'
import { askQuestions } from './ask-questions.ts'
import { changeComment } from './change-comment.ts'
import { changeParticipant } from './change-participant.ts'
import { changeProposalRules } from './change-proposal-rules.ts'
import { closeLinks } from './close-links.ts'
import { closeRoomCode } from './close-room-code.ts'
import { closeRound } from './close-round.ts'
import { getAgreedContent, getConsents, giveConsent } from './consents.ts'
import { createAgreement } from './create-agreement.ts'
import { decideProposals } from './decide-proposals.ts'
import { enterRoom } from './enter-room.ts'
import { exportActs } from './export-acts.ts'
import { exportAgreement } from './export-agreement.ts'
import { agreeToOpenAgain, askToOpenAgain, fixText, getFixing } from './fixing.ts'
import { getAdvice } from './get-advice.ts'
import { getAdviceTexts } from './get-advice-texts.ts'
import { getAgreement } from './get-agreement.ts'
import { getArticleAt } from './get-article-at.ts'
import { getCatalog } from './get-catalog.ts'
import { getComments } from './get-comments.ts'
import { getHistory } from './get-history.ts'
import { getParticipants } from './get-participants.ts'
import { getProposals } from './get-proposals.ts'
import { getReading } from './get-reading.ts'
import { getRounds } from './get-rounds.ts'
import { getScan } from './get-scan.ts'
import { getStepNotes } from './get-step-notes.ts'
import { getTemplate } from './get-template.ts'
import { health } from './health.ts'
import { invite } from './invite.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { leaveReading } from './leave-reading.ts'
import { listActs } from './list-acts.ts'
import { listAgreements } from './list-agreements.ts'
import { listInvitations } from './list-invitations.ts'
import { listTemplates } from './list-templates.ts'
import { makeProposal } from './make-proposal.ts'
import { makeRoomCode } from './make-room-code.ts'
import { me } from './me.ts'
import { clearUnclear, getUnclear, markUnclear } from './meeting.ts'
import { metrics } from './metrics.ts'
import {
  addOpenPoint,
  changeOpenPoint,
  exportOpenPoints,
  getOpenPoints,
  removeOpenPoint,
} from './open-points.ts'
import { openReading } from './open-reading.ts'
import { openRound } from './open-round.ts'
import { openScan } from './open-scan.ts'
import { openapi } from './openapi.ts'
import type { HttpParts } from './parts.ts'
import { addPasskey, askNewPasskey, askPasskey, removePasskey, signInWithPasskey } from './passkeys.ts'
import { changeRetention, deleteAgreement, eraseMe, getMyData, getPrivacy, getRetention } from './privacy.ts'
import { ready } from './ready.ts'
import { readyForScan } from './ready-for-scan.ts'
import { removeComment } from './remove-comment.ts'
import { removeParticipant } from './remove-participant.ts'
import { removeRemark } from './remove-remark.ts'
import { reopenProposal } from './reopen-proposal.ts'
import { replyInThread } from './reply-in-thread.ts'
import { decideReturn, getReturn, importFile, listReturns, removeReturn } from './returns.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { scoreFactor } from './score-factor.ts'
import { seeEntry } from './see-entry.ts'
import { seeInvitation } from './see-invitation.ts'
import { seeRoom } from './see-room.ts'
import { sendRemark } from './send-remark.ts'
import { setAdviceAside } from './set-advice-aside.ts'
import { settleThread } from './settle-thread.ts'
import { shareRemarks } from './share-remarks.ts'
import { startHere } from './start-here.ts'
import { startThread } from './start-thread.ts'
import { startWithLink } from './start-with-link.ts'
import { takeUpAdvice } from './take-up-advice.ts'
import { changeTheme, getAgreementTheme, getTheme } from './themes.ts'
import {
  getVersion,
  listVersions,
  makeVersion,
  removeVersion,
  restoreArticleAt,
  restoreVersion,
} from './versions.ts'
import { withdrawRemark } from './withdraw-remark.ts'
import {
  archiveAgreement,
  changeRights,
  getWorkspace,
  inviteMember,
  removeMember,
  renameWorkspace,
  withdrawMemberInvitation,
} from './workspace.ts'
import { writeStepNote } from './write-step-note.ts'

/** An answer for every endpoint; does not compile when one is forgotten. */
export function routes(parts: HttpParts): Record<EndpointName, Route> {
  return {
    health: health(),
    ready: ready(parts),
    metrics: metrics(parts),
    openapi: openapi(),
    me: me(parts),
    startHere: startHere(parts),
    startWithLink: startWithLink(parts),
    seeInvitation: seeInvitation(parts),
    join: join(parts),
    leave: leave(parts),
    listTemplates: listTemplates(parts),
    getTemplate: getTemplate(parts),
    getCatalog: getCatalog(parts),
    listAgreements: listAgreements(parts),
    createAgreement: createAgreement(parts),
    getAgreement: getAgreement(parts),
    getParticipants: getParticipants(parts),
    invite: invite(parts),
    admitParticipant: admitParticipant(parts),
    changeParticipant: changeParticipant(parts),
    closeLinks: closeLinks(parts),
    closeRoomCode: closeRoomCode(parts),
    enterRoom: enterRoom(parts),
    listInvitations: listInvitations(parts),
    makeRoomCode: makeRoomCode(parts),
    removeParticipant: removeParticipant(parts),
    revokeInvitation: revokeInvitation(parts),
    seeEntry: seeEntry(parts),
    seeRoom: seeRoom(parts),
    exportAgreement: exportAgreement(parts),
    importFile: importFile(parts),
    listReturns: listReturns(parts),
    getReturn: getReturn(parts),
    decideReturn: decideReturn(parts),
    removeReturn: removeReturn(parts),
    signIn: signIn(parts),
    mailLink: mailLink(parts),
    seeLink: seeLink(parts),
    useLink: useLink(parts),
    setPasswordWithLink: setPasswordWithLink(parts),
    becomeMember: becomeMember(parts),
    askPasskey: askPasskey(parts),
    signInWithPasskey: signInWithPasskey(parts),
    getAccount: getAccount(parts),
    changeName: changeName(parts),
    changeEmail: changeEmail(parts),
    changePassword: changePassword(parts),
    askNewPasskey: askNewPasskey(parts),
    addPasskey: addPasskey(parts),
    removePasskey: removePasskey(parts),
    signOutElsewhere: signOutElsewhere(parts),
    getWorkspace: getWorkspace(parts),
    renameWorkspace: renameWorkspace(parts),
    inviteMember: inviteMember(parts),
    withdrawMemberInvitation: withdrawMemberInvitation(parts),
    changeRights: changeRights(parts),
    removeMember: removeMember(parts),
    archiveAgreement: archiveAgreement(parts),
    listActs: listActs(parts),
    exportActs: exportActs(parts),
    getPrivacy: getPrivacy(parts),
    getMyData: getMyData(parts),
    eraseMe: eraseMe(parts),
    deleteAgreement: deleteAgreement(parts),
    getRetention: getRetention(parts),
    changeRetention: changeRetention(parts),
    getTheme: getTheme(parts),
    changeTheme: changeTheme(parts),
    getAgreementTheme: getAgreementTheme(parts),
    getHistory: getHistory(parts),
    getArticleAt: getArticleAt(parts),
    changeProposalRules: changeProposalRules(parts),
    decideProposals: decideProposals(parts),
    getProposals: getProposals(parts),
    makeProposal: makeProposal(parts),
    reopenProposal: reopenProposal(parts),
    getScan: getScan(parts),
    scoreFactor: scoreFactor(parts),
    readyForScan: readyForScan(parts),
    openScan: openScan(parts),
    getStepNotes: getStepNotes(parts),
    writeStepNote: writeStepNote(parts),
    getAdviceTexts: getAdviceTexts(parts),
    getAdvice: getAdvice(parts),
    setAdviceAside: setAdviceAside(parts),
    takeUpAdvice: takeUpAdvice(parts),
    askQuestions: askQuestions(parts),
    getComments: getComments(parts),
    startThread: startThread(parts),
    replyInThread: replyInThread(parts),
    settleThread: settleThread(parts),
    changeComment: changeComment(parts),
    removeComment: removeComment(parts),
    getFixing: getFixing(parts),
    fixText: fixText(parts),
    askToOpenAgain: askToOpenAgain(parts),
    agreeToOpenAgain: agreeToOpenAgain(parts),
    getConsents: getConsents(parts),
    giveConsent: giveConsent(parts),
    getAgreedContent: getAgreedContent(parts),
    getRounds: getRounds(parts),
    openRound: openRound(parts),
    closeRound: closeRound(parts),
    shareRemarks: shareRemarks(parts),
    removeRemark: removeRemark(parts),
    openReading: openReading(parts),
    getReading: getReading(parts),
    sendRemark: sendRemark(parts),
    withdrawRemark: withdrawRemark(parts),
    leaveReading: leaveReading(parts),
    getUnclear: getUnclear(parts),
    markUnclear: markUnclear(parts),
    clearUnclear: clearUnclear(parts),
    getOpenPoints: getOpenPoints(parts),
    addOpenPoint: addOpenPoint(parts),
    changeOpenPoint: changeOpenPoint(parts),
    removeOpenPoint: removeOpenPoint(parts),
    exportOpenPoints: exportOpenPoints(parts),
    listVersions: listVersions(parts),
    makeVersion: makeVersion(parts),
    getVersion: getVersion(parts),
    restoreVersion: restoreVersion(parts),
    restoreArticleAt: restoreArticleAt(parts),
    removeVersion: removeVersion(parts),
  }
}

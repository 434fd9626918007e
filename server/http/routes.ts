import type { EndpointName } from '../../shared/protocol/endpoints.ts'
import type { Route } from './answer.ts'
import { askQuestions } from './ask-questions.ts'
import { createAgreement } from './create-agreement.ts'
import { exportAgreement } from './export-agreement.ts'
import { getAdvice } from './get-advice.ts'
import { getAdviceTexts } from './get-advice-texts.ts'
import { getAgreement } from './get-agreement.ts'
import { getArticleAt } from './get-article-at.ts'
import { getCatalog } from './get-catalog.ts'
import { getHistory } from './get-history.ts'
import { getParticipants } from './get-participants.ts'
import { getScan } from './get-scan.ts'
import { getStepNotes } from './get-step-notes.ts'
import { getTemplate } from './get-template.ts'
import { health } from './health.ts'
import { invite } from './invite.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { listAgreements } from './list-agreements.ts'
import { listTemplates } from './list-templates.ts'
import { me } from './me.ts'
import type { Measures } from './measures.ts'
import { metrics } from './metrics.ts'
import { openScan } from './open-scan.ts'
import { openapi } from './openapi.ts'
import type { HttpParts } from './parts.ts'
import { ready } from './ready.ts'
import { readyForScan } from './ready-for-scan.ts'
import { scoreFactor } from './score-factor.ts'
import { seeInvitation } from './see-invitation.ts'
import { setAdviceAside } from './set-advice-aside.ts'
import { startHere } from './start-here.ts'
import { startWithLink } from './start-with-link.ts'
import { takeUpAdvice } from './take-up-advice.ts'
import { writeStepNote } from './write-step-note.ts'

/** An answer for every endpoint; does not compile when one is forgotten. */
export function routes(parts: HttpParts, measures: Measures): Record<EndpointName, Route> {
  return {
    health: health(),
    ready: ready(parts),
    metrics: metrics(measures),
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
    exportAgreement: exportAgreement(parts),
    getHistory: getHistory(parts),
    getArticleAt: getArticleAt(parts),
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
  }
}

import { hashOf } from './view.ts'

/** The address of all fields of one task, for links from elsewhere. */
export function taskAddress(agreementId: string, taskId: string): string {
  return `/agreements/${encodeURIComponent(agreementId)}/taken${hashOf({ name: 'task', taskId })}`
}

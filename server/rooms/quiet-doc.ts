import * as Y from 'yjs'
import { leaveMarks } from '../../shared/document/new-document.ts'

/**
 * A document that is asked by nobody what happens in it costs nothing for telling: Yjs makes a list for each of ten events of an update. It changes
 * by what is applied to it alone, as `newDocument` says.
 */
export class QuietDoc extends Y.Doc {
  override emit(...[name, args]: Parameters<Y.Doc['emit']>): void {
    if (name === 'afterTransaction') leaveMarks(args[0] as Y.Transaction)
    if (this._observers.has(name)) super.emit(name, args)
  }
}

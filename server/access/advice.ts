import { mayWrite } from './participation.ts'

/** Setting advice aside, taking it up again and asking the questions is for whoever may write the text it is about. */
export const mayChooseAdvice = mayWrite

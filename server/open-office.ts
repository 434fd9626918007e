import { type Config, ConfigError } from './config/config.ts'
import { complainTo, type Log } from './log.ts'
import { maybeOfficeProgram } from './office/find-program.ts'
import { createOffice, type Office } from './office/office.ts'

/** Null where there is none, or none may be used. Throws a `ConfigError` for one that is named and is not there. */
export function openOffice({ office }: Config, log: Log): Office | null {
  const program = office && maybeOfficeProgram(office)
  if (office !== null && office.program !== null && program === null)
    throw new ConfigError(
      `OFFICE_PROGRAM expects a program; found none that can be run at ${office.program}.`,
    )
  if (office === null || program === null) return null
  return createOffice({
    program,
    folders: office.folders,
    onError: complainTo(log, 'the office program made no file'),
  })
}

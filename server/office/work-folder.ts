import { lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PREFIX = 'handslag-office-'

/**
 * Does some work in a folder that nobody else of this machine can read, and takes the folder away afterwards, also when the work fails.
 * Rejects as the work does.
 */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  // mkdtemp makes it for its owner alone (mode 700).
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Takes away what a server that was killed left behind: folders of ours that are older (ms) than any work takes. Never rejects. */
export async function sweepWorkFolders(olderThan: number, now = Date.now()): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => [])
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    const found = await lstat(folder).catch(() => null)
    if (!found?.isDirectory() || found.uid !== process.getuid?.()) continue
    // The last file that was made in it was its last change: at the end of the work at the latest.
    if (now - found.mtimeMs > olderThan) await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

const item = (path: string, name: string, value: string | number | boolean) =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`

/** No macros whatever a file says, nothing that a file links to, and a proxy where nobody listens (port 9, RFC 863) for all that would go out. */
const SETTINGS = [
  item('Office.Common/Security/Scripting', 'MacroSecurityLevel', 3),
  item('Office.Common/Security/Scripting', 'DisableMacrosExecution', true),
  item('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', true),
  item('Inet/Settings', 'ooInetProxyType', 2),
  item('Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'),
  item('Inet/Settings', 'ooInetHTTPProxyPort', 9),
  item('Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'),
  item('Inet/Settings', 'ooInetHTTPSProxyPort', 9),
  item('Inet/Settings', 'ooInetNoProxy', ''),
]

/** Makes a profile for the program: its own, so that it neither waits for another one at work nor follows what somebody set for themselves. */
export async function makeProfile(folder: string): Promise<string> {
  const profile = join(folder, 'profile')
  await mkdir(join(profile, 'user'), { recursive: true })
  await writeFile(
    join(profile, 'user/registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${SETTINGS.join('')}</oor:items>\n`,
  )
  return profile
}

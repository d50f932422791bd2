import { installHeldBack } from '@/scripts/world/packages'
import { run } from '@/scripts/world/shell'

/** Roundcube makes no database of its own at installation: the bench brings one. */
const answers = ['roundcube-core roundcube/dbconfig-install boolean false']

/** Debian's Roundcube, php-fpm and nginx, without starting any of them or touching the machine's own configuration. */
export async function installRoundcube(): Promise<void> {
  await run('sh', ['-c', `echo '${answers.join('\n')}' | debconf-set-selections`])
  // php-fpm first: asked for together, apt would bring Apache as PHP's server
  await installHeldBack(['nginx', 'php-fpm', 'php-sqlite3'])
  await installHeldBack(['roundcube-core', 'roundcube-sqlite3'])
}

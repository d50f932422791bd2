import { postfixCommand } from '@/lib/mail/postfix/postfix-command'

/** What a Postfix calls itself, the address others reach it at, and the first domain it relays for ('' for none). */
export type InstanceFacts = { hostname: string; address: string; relaysFor: string }

/** @throws Error with what postconf(1) said */
export async function instanceFacts(config: string): Promise<InstanceFacts> {
  const { stdout } = await postfixCommand('postconf', config, [
    ...['-x', '-h', 'myhostname', 'proxy_interfaces', 'relay_domains'],
  ])
  const [hostname = '', address = '', relaysFor = ''] = stdout.split('\n').map((value) => value.trim())
  return { hostname, address, relaysFor: relaysFor.split(/[\s,]+/)[0] ?? '' }
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { primary, secretFolders, settings } from './settings'

/** The records to publish for one's own domain, in the form of a zone file. */
export function dnsRecords(): string {
  const { domain, hostname } = primary
  const address = settings.publicAddress || '<the public address of this machine>'
  const dkim = readFileSync(join(secretFolders.mail, 'dkim-records', domain), 'utf8').trim()
  const reports = settings.admin || `postmaster@${domain}`
  const service = (name: string, priority: number, port: number) =>
    `_${name}._tcp.${domain}. IN SRV ${priority} 1 ${port} ${hostname}.`
  return [
    `${hostname}. IN A ${address}`,
    `${domain}. IN MX 10 ${hostname}.`,
    `${domain}. IN TXT "v=spf1 mx -all"`,
    `s1._domainkey.${domain}. IN TXT ${dkim}`,
    `_dmarc.${domain}. IN TXT "v=DMARC1; p=quarantine; rua=mailto:${reports}"`,
    '; where mail programs find the servers (RFC 6186, RFC 8314)',
    service('imaps', 0, 993),
    service('submissions', 0, 465),
    service('pop3s', 10, 995),
    service('sieve', 0, 4190),
    `; and, with whoever gave you the address: PTR of ${address} -> ${hostname}.`,
  ].join('\n')
}

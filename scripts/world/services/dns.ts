import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/lib/env'
import { blue, dnsAddress, goneAddress, mx2, oddAddress, red } from '../addresses'
import { folder } from '../folders'
import { dkimRecord } from '../key-pairs'
import { data, run } from '../paths'
import { answersDns } from '../probes'
import { render } from '../render'
import type { Launch, Service } from '../service'
import { systemUser } from '../users'

const keyOf = (domain: string) => readFileSync(join(data, 'dkim', `${domain}.key`), 'utf8')

async function launch(): Promise<Launch> {
  const conf = join(run, 'dns')
  await render('dns', 'dns', {
    CONF: conf,
    RUN: folder(join(run, 'dns-run'), 0o755, systemUser('pdns')),
    USER: 'pdns',
    ADDRESS: dnsAddress,
    DNS_ADDRESS: dnsAddress,
    SERIAL: Math.floor(Date.now() / 1000),
    REVERSE_ZONE: `${env.net.split('.').reverse().join('.')}.in-addr.arpa`,
    BLUE_DOMAIN: blue.domain,
    BLUE_ADDRESS: blue.address,
    BLUE_DKIM: dkimRecord(keyOf(blue.domain)),
    RED_DOMAIN: red.domain,
    RED_ADDRESS: red.address,
    RED_DKIM: dkimRecord(keyOf(red.domain)),
    MX2_ADDRESS: mx2.address,
    GONE_ADDRESS: goneAddress,
    ODD_ADDRESS: oddAddress,
  })
  return { command: '/usr/sbin/pdns_server', args: [`--config-dir=${conf}`] }
}

export const dns: Service = {
  name: 'dns',
  address: `${dnsAddress}:53`,
  prepare: launch,
  answers: () => answersDns(dnsAddress, blue.domain),
}

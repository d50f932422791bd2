import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Special-purpose IPv4 (IANA registry, RFC 6890): this machine, its neighbours, and what is no host at all. */
const reserved4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Inside global unicast, yet leading elsewhere: Teredo, documentation, 6to4 (they carry IPv4 addresses within). */
const reserved6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const listOf = (subnets: string[], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [network = '', prefix = ''] = subnet.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}
const blocked4 = listOf(reserved4, 'ipv4')
const blocked6 = listOf(reserved6, 'ipv6')
const global6 = listOf(['2000::/3'], 'ipv6')

/** Whether an IP address is one of the open internet. IPv4 in IPv6 clothes (`::ffff:`, NAT64) is not global unicast. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked4.check(address, 'ipv4')
  return isIPv6(address) && global6.check(address, 'ipv6') && !blocked6.check(address, 'ipv6')
}

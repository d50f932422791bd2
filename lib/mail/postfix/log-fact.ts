import type { LogLine } from '@/lib/mail/postfix/log-line'

/** TLS of one SMTP connection: how far the other side's certificate was checked, version and cipher. */
export type TlsFact = { trust: 'verified' | 'trusted' | 'untrusted' | 'anonymous'; version: string; cipher: string }

/** A host as Postfix names it: name (or `unknown`), address, port if said. */
export type Peer = { name: string; address: string; port: number | null }

export type DeliveryStatus = 'sent' | 'deferred' | 'bounced' | 'expired' | 'undeliverable' | 'deliverable'

/** What one log line says. Texts of other servers are theirs, word for word. */
export type LogFact =
  /** A client handed a message in; `login` when it had signed in (submission). */
  | { kind: 'received'; queueId: string; client: Peer; login: string | null }
  | { kind: 'message-id'; queueId: string; messageId: string }
  | { kind: 'queued'; queueId: string; sender: string; size: number; recipients: number }
  /** A TLS session of this process: it belongs to the next delivery the same process reports. */
  | { kind: 'tls'; peer: Peer; tls: TlsFact }
  /** A server that could not be reached, likewise. */
  | { kind: 'unreachable'; peer: Peer; reason: string }
  | {
      kind: 'delivery'
      queueId: string
      recipient: string
      /** The address before aliases were resolved, when another one. */
      original: string | null
      /** Null when no server was reached. */
      relay: Peer | null
      /** Seconds: in all; before the queue manager, in it, connecting, transmitting. */
      delay: number
      delays: [number, number, number, number]
      dsn: string
      status: DeliveryStatus
      reply: string
    }
  | { kind: 'expired'; queueId: string; sender: string }
  | { kind: 'removed'; queueId: string }
  /** A notice to the sender went into the queue under an id of its own. */
  | { kind: 'notice'; queueId: string; notice: 'bounce' | 'delay' | 'success'; noticeQueueId: string }
  | { kind: 'held' | 'released' | 'deleted' | 'requeued'; queueId: string }
  /** Refused before it was in the queue (RCPT, greylisting, full mailbox) or by a milter after DATA. */
  | {
      kind: 'refused'
      queueId: string | null
      stage: string
      client: Peer
      reply: string
      sender: string
      recipient: string
      lasting: boolean
    }

/** A long queue id (no vowels, digits first) or a short one (hexadecimal); see enable_long_queue_ids in postconf(5). */
const queueIdShape = /^([0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,20}|[0-9A-F]{6,16}): (.*)$/

const deliveryShape =
  /^to=<(.*?)>, (?:orig_to=<(.*?)>, )?relay=(\S+?), (?:conn_use=\d+, )?delay=([\d.]+), delays=([\d./]+), dsn=(\d\.\d{1,3}\.\d{1,3}), status=([a-z]+) \((.*)\)$/

/** `mx1.red.example[127.0.0.22]:25`, `mx1.red.example[private/dovecot-lmtp]`, `unknown[10.0.0.1]`. */
export function parsePeer(text: string): Peer {
  const parts = /^([^[\]]*)\[([^\]]*)\](?::(\d+))?$/.exec(text)
  if (parts === null) return { name: text, address: '', port: null }
  return { name: parts[1] ?? '', address: parts[2] ?? '', port: parts[3] === undefined ? null : Number(parts[3]) }
}

function readDelivery(queueId: string, text: string): LogFact | null {
  const parts = deliveryShape.exec(text)
  if (parts === null) return null
  const [, recipient = '', original, relay = '', delay = '', delays = '', dsn = '', status = '', reply = ''] = parts
  const [before = 0, queue = 0, connect = 0, transmit = 0] = delays.split('/').map(Number)
  return {
    kind: 'delivery',
    queueId,
    recipient,
    original: original ?? null,
    relay: relay === 'none' ? null : parsePeer(relay),
    delay: Number(delay),
    delays: [before, queue, connect, transmit],
    dsn,
    status: status as DeliveryStatus,
    reply,
  }
}

const notices = { 'non-delivery': 'bounce', delay: 'delay', delivery: 'success' } as const
const postsuper = {
  'placed on hold': 'held',
  'released from hold': 'released',
  removed: 'deleted',
  requeued: 'requeued',
} as const

function readRefusal(queueId: string | null, text: string): LogFact | null {
  const parts =
    /^(?:milter-)?reject: (.+?) from (\S+?): (\d{3} .*?|\d\.\d{1,3}\.\d{1,3} .*?|.*?); from=<(.*?)>(?: to=<(.*?)>)?/.exec(
      text,
    )
  if (parts === null) return null
  const [, stage = '', client = '', reply = '', sender = '', recipient = ''] = parts
  return {
    kind: 'refused',
    queueId,
    stage,
    client: parsePeer(client),
    reply,
    sender,
    recipient,
    lasting: /^5/.test(reply),
  }
}

/** Facts of a line that begins with a queue id, by the program that wrote it. */
function readQueued(program: string, queueId: string, text: string): LogFact | null {
  if (/^(milter-)?reject: /.test(text)) return readRefusal(queueId, text)
  if (program.endsWith('smtpd')) {
    const parts = /^client=(\S+?)(?:, sasl_method=\S+)?(?:, sasl_username=(\S+?))?(?:,|$)/.exec(text)
    return parts && { kind: 'received', queueId, client: parsePeer(parts[1] ?? ''), login: parts[2] ?? null }
  }
  if (program.endsWith('cleanup')) {
    const parts = /^message-id=(.*)$/.exec(text)
    return parts && { kind: 'message-id', queueId, messageId: parts[1] ?? '' }
  }
  if (program === 'qmgr') return readQueueManager(queueId, text)
  if (program === 'bounce') {
    const parts = /^sender (non-delivery|delay|delivery status|delivery) notification: (\S+)$/.exec(text)
    const notice = notices[(parts?.[1] ?? '').replace(' status', '') as keyof typeof notices]
    return parts && { kind: 'notice', queueId, notice, noticeQueueId: parts[2] ?? '' }
  }
  if (program === 'postsuper') {
    const kind = postsuper[text as keyof typeof postsuper]
    return kind === undefined ? null : { kind, queueId }
  }
  return readDelivery(queueId, text)
}

function readQueueManager(queueId: string, text: string): LogFact | null {
  if (text === 'removed') return { kind: 'removed', queueId }
  const queued = /^from=<(.*?)>, size=(\d+), nrcpt=(\d+) \(queue active\)$/.exec(text)
  if (queued !== null) {
    const [, sender = '', size = '0', recipients = '0'] = queued
    return { kind: 'queued', queueId, sender, size: Number(size), recipients: Number(recipients) }
  }
  const expired = /^from=<(.*?)>, status=(?:force-)?expired, returned to sender$/.exec(text)
  return expired && { kind: 'expired', queueId, sender: expired[1] ?? '' }
}

const tlsShape = /^(Verified|Trusted|Untrusted|Anonymous) TLS connection established to (\S+?): (\S+) with cipher (\S+)/
const unreachableShape = /^connect to (\S+?): (.*)$/

/** What a line says, or null when it says nothing that a delivery is told by. */
export function readFact({ program, text }: LogLine): LogFact | null {
  const queued = queueIdShape.exec(text)
  if (queued !== null) return readQueued(program, queued[1] ?? '', queued[2] ?? '')
  if (text.startsWith('NOQUEUE: reject: ')) return readRefusal(null, text.slice('NOQUEUE: '.length))
  if (program !== 'smtp' && program !== 'lmtp' && program !== 'relay') return null
  const tls = tlsShape.exec(text)
  if (tls !== null) {
    const [, trust = '', peer = '', version = '', cipher = ''] = tls
    return {
      kind: 'tls',
      peer: parsePeer(peer),
      tls: { trust: trust.toLowerCase() as TlsFact['trust'], version, cipher },
    }
  }
  const away = unreachableShape.exec(text)
  return away && { kind: 'unreachable', peer: parsePeer(away[1] ?? ''), reason: away[2] ?? '' }
}

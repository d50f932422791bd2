import { type RefObject, useLayoutEffect, useState } from 'react'
import { signatureBlock } from '@/app/(mail)/_editor/signature-block'
import type { DraftSession } from '@/app/(mail)/_state/draft-session'
import { useIdentities } from '@/app/(mail)/_state/use-identities'
import type { Draft } from '@/lib/contract/drafts'
import type { Identity } from '@/lib/contract/identities'

/** What else can be done to the body while its editor is open. */
export type BodyTools = {
  exchangeSignature: (next: string, old: string) => void
  /** Puts HTML where the cursor is. The signature stays. */
  insert: (html: string) => void
}

const sameAddress = (address: string | null) => (each: Identity) => each.address === address
const isAccount = (each: Identity) => each.kind === 'account'

/** Whom a draft is from: what it says, or the account. */
const identityOf = (draft: Draft, identities: Identity[]) =>
  identities.find(draft.from === null ? isAccount : sameAddress(draft.from))

/** A message nobody has written into gets the identity and the signature that go with it. */
function begin(session: DraftSession, identities: Identity[]) {
  const { draft } = session.snapshot()
  const begun = session.saved !== null || draft.html !== '' || draft.text !== '' || draft.format === 'text'
  const identity = identities.find(sameAddress(draft.from)) ?? identities.find(({ isDefault }) => isDefault)
  if (begun || !identity) return
  const html = identity.signature === '' ? '' : `<p></p><p></p>${signatureBlock(identity.signature)}`
  session.prefill({ from: identity.kind === 'account' ? null : identity.address, html })
}

/**
 * The identity of a message: chosen when it opens, and by the person. `ready` once the body may be shown: the signature
 * is in it by then.
 */
export function useIdentity(session: DraftSession, tools: RefObject<BodyTools | null>) {
  const { identities, settled } = useIdentities()
  const [ready, setReady] = useState(false)
  useLayoutEffect(() => {
    if (!settled || ready) return
    begin(session, identities)
    setReady(true)
  }, [settled, ready, session, identities])
  const choose = (address: string) => {
    const { draft } = session.snapshot()
    const old = identityOf(draft, identities)
    const next = identities.find(sameAddress(address))
    if (!next) return
    session.change({ from: next.kind === 'account' ? null : next.address })
    tools.current?.exchangeSignature(next.signature, old?.signature ?? '')
  }
  /** What goes with whom a draft is from. */
  const signatureOf = (draft: Draft) => identityOf(draft, identities)?.signature ?? ''
  return { identities, ready, choose, signatureOf }
}

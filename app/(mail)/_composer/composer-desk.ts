import { blankDraft } from '@/app/(mail)/_composer/blank-draft'
import { type ComposerWindow, inFront, replaceWindow, type WindowLayout } from '@/app/(mail)/_composer/composer-windows'
import type { ComposerPlace } from '@/app/(mail)/_state/composer-intents'
import { offeredPlace } from '@/app/(mail)/_state/composer-place'
import { browserDraftCopies, holdDraft } from '@/app/(mail)/_state/draft-copies'
import { draftServer } from '@/app/(mail)/_state/draft-server'
import { DraftSession } from '@/app/(mail)/_state/draft-session'
import { ApiError } from '@/lib/contract/client'
import type { DraftStarted, StartDraft } from '@/lib/contract/drafts'
import { writingApi } from '@/lib/contract/writing-client'

/** `changed`: the server does not have it yet (recovered, or brought back by undo). */
export type Opening = DraftStarted & { changed?: boolean }

const asApiError = (error: unknown) =>
  error instanceof ApiError ? error : new ApiError({ code: 'internal', retryable: true }, { cause: error })

/** The composers of this tab: opened by intents from anywhere, by recovery, and by undo of a discard. */
export class ComposerDesk {
  #windows: ComposerWindow[] = []
  #nextId = 1
  readonly #listeners = new Set<() => void>()
  readonly #account: string

  /** `account` is the address messages are written from. */
  constructor(account: string) {
    this.#account = account
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The same array until something changes. */
  windows = (): ComposerWindow[] => this.#windows

  open = (intent: StartDraft, place: ComposerPlace = 'window') => {
    const layout = place === 'conversation' && hasRoomBelow() ? 'inline' : 'docked'
    const already = this.#openAlready(intent)
    if (already) this.show(already.id, layout)
    else if (intent.kind === 'new') this.openDraft({ draft: blankDraft(this.#account, intent.to), saved: null })
    else {
      const base = this.#newWindow()
      this.#add({ ...base, state: 'starting', intent }, layout)
      void this.#start(base.id, intent)
    }
  }

  /** The conversation answered is left: what was begun waits as a bar, what was not goes. */
  stepAside() {
    for (const each of this.#windows.filter(({ layout }) => layout === 'inline')) {
      const begun = each.state === 'ready' && each.session.snapshot().status.kind !== 'untouched'
      if (begun) {
        void each.session.save()
        this.minimise(each)
      } else {
        if (each.state === 'ready') each.release()
        this.close(each)
      }
    }
  }

  /** The same message is never written in two windows: the open one comes forward. */
  openDraft(opening: Opening) {
    const twin = this.#windowOf(opening.draft.messageId)
    if (twin) this.show(twin.id, 'docked')
    else this.#add({ ...this.#newWindow(), ...this.#ready(opening) })
  }

  retry(failed: ComposerWindow) {
    if (failed.state !== 'failed') return
    const { intent } = failed
    this.#set(replaceWindow(this.#windows, { ...failed, state: 'starting', intent }))
    void this.#start(failed.id, intent)
  }

  show(id: number, layout: WindowLayout) {
    this.#set(inFront(this.#windows, id, layout, window.innerWidth))
  }

  minimise(minimised: ComposerWindow) {
    this.#set(
      this.#windows.map((each) => (each.id === minimised.id ? { ...each, layout: 'minimised' as const } : each)),
    )
    giveFocusBack(minimised)
  }

  /** Takes the window away and gives the focus back to where it was. What happens to the draft is the caller's. */
  close(closed: ComposerWindow) {
    this.#set(this.#windows.filter((each) => each.id !== closed.id))
    giveFocusBack(closed)
  }

  /** Brings a closed window back with its draft as it is now. */
  reopen(closed: ComposerWindow) {
    if (!this.#find(closed.id)) this.#add(closed)
  }

  async #start(id: number, intent: StartDraft) {
    try {
      const started = await writingApi.startDraft(intent)
      const waiting = this.#find(id)
      if (!waiting) return
      if (this.#windowOf(started.draft.messageId)) {
        this.close(waiting)
        this.openDraft(started)
      } else this.#set(replaceWindow(this.#windows, { ...waiting, ...this.#ready(started) }))
    } catch (error) {
      const waiting = this.#find(id)
      if (waiting)
        this.#set(replaceWindow(this.#windows, { ...waiting, state: 'failed', intent, error: asApiError(error) }))
    }
  }

  #ready({ draft, saved, changed, remindInDays = null }: Opening) {
    const start = { account: this.#account, draft, saved, changed }
    const session = new DraftSession(start, draftServer, browserDraftCopies)
    return { state: 'ready' as const, session, remindInDays, release: holdDraft(draft.messageId) }
  }

  #newWindow() {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null
    return { id: this.#nextId++, layout: 'docked' as const, opener }
  }

  #add(added: ComposerWindow, layout: WindowLayout = 'docked') {
    this.#windows = [...this.#windows, added]
    this.show(added.id, layout)
  }

  #find = (id: number) => this.#windows.find((each) => each.id === id)

  #windowOf = (messageId: string) =>
    this.#windows.find((each) => each.state === 'ready' && each.session.snapshot().draft.messageId === messageId)

  #openAlready(intent: StartDraft) {
    if (intent.kind !== 'edit') return undefined
    const { mailbox, id } = intent.source
    return this.#windows.find(
      (each) => each.state === 'ready' && each.session.saved?.id === id && each.session.saved.mailbox === mailbox,
    )
  }

  #set(windows: ComposerWindow[]) {
    this.#windows = windows
    for (const listener of this.#listeners) listener()
  }
}

/** On a phone an answer is a page. */
const hasRoomBelow = () => offeredPlace() !== null && window.matchMedia('(width >= 48rem)').matches

function giveFocusBack({ opener }: ComposerWindow) {
  if (opener?.isConnected) opener.focus()
}

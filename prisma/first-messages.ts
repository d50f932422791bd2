interface FirstMessage {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
}

/** What the demo's people find in their inboxes at their first sign-in. */
export const firstMessages: readonly FirstMessage[] = [
  {
    from: 'alice@blueemailserver.com',
    to: 'brian@blueemailserver.com',
    subject: 'Lunch on Thursday?',
    text: 'Hi Brian,\n\nthe new place by the river has a table for us at half past twelve. Are you in?\n\nAlice\n',
  },
  {
    from: 'jsmith@redemailserver.com',
    to: 'brian@blueemailserver.com',
    subject: 'The drawings for the bridge',
    text: 'Hello Brian,\n\nthe second set of drawings is nearly done. I will send it tomorrow; the span grew by 40 cm.\n\nBest wishes\nJohn\n',
    html: '<p>Hello Brian,</p><p>the second set of drawings is <b>nearly done</b>. I will send it tomorrow; the span grew by 40&nbsp;cm.</p><p>Best wishes<br>John</p>',
  },
  {
    from: 'maria@redemailserver.com',
    to: 'brian@blueemailserver.com',
    subject: 'Grüße aus Köln',
    text: 'Lieber Brian,\n\ndie Fotos von der Reise sind fertig. 写真もあります。\n\nMaria\n',
  },
  {
    from: 'brian@blueemailserver.com',
    to: 'jsmith@redemailserver.com',
    subject: 'Welcome to the other side',
    text: 'Hello John,\n\nthis message left through the mail server of blueemailserver.com, asked the DNS for yours, and was handed over on port 25.\n\nBrian\n',
  },
  {
    from: 'maria@redemailserver.com',
    to: 'jsmith@redemailserver.com',
    subject: 'Keys to the office',
    text: 'Hi John,\n\nI left the spare keys at the front desk.\n\nMaria\n',
  },
]

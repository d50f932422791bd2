/** Signs of rspamd that have a sentence in the catalogues (`origin.sign`). Others are shown by their name. */
export const signNames = [
  'ARC_NA',
  'BAYES_HAM',
  'BAYES_SPAM',
  'DATE_IN_FUTURE',
  'DATE_IN_PAST',
  'DMARC_NA',
  'DMARC_POLICY_ALLOW',
  'DMARC_POLICY_QUARANTINE',
  'DMARC_POLICY_REJECT',
  'DMARC_POLICY_SOFTFAIL',
  'FORGED_RECIPIENTS',
  'FORGED_SENDER',
  'FROM_NEQ_ENVFROM',
  'FROM_NO_DN',
  'MANY_INVISIBLE_PARTS',
  'MIME_BASE64_TEXT',
  'MIME_GOOD',
  'MIME_HTML_ONLY',
  'MISSING_DATE',
  'MISSING_FROM',
  'MISSING_MID',
  'MISSING_SUBJECT',
  'MISSING_TO',
  'RCVD_NO_TLS_LAST',
  'RCVD_TLS_ALL',
  'R_BAD_CTE_7BIT',
  'R_DKIM_ALLOW',
  'R_DKIM_NA',
  'R_DKIM_REJECT',
  'R_MISSING_CHARSET',
  'R_PARTS_DIFFER',
  'R_SPF_ALLOW',
  'R_SPF_FAIL',
  'R_SPF_NA',
  'R_SPF_SOFTFAIL',
  'SUBJ_ALL_CAPS',
  'TEST_SPAM',
] as const

export type SignName = (typeof signNames)[number]

const known = new Set<string>(signNames)

export const isKnownSign = (name: string): name is SignName => known.has(name)

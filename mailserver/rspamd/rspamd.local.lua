-- A text that makes any message spam, to try the road to the Spam folder with. The well-known GTUBE text (XJS...) is
-- refused at the door by rspamd whatever the actions say; its sister for "mark it" (YJS...) is known to rspamd only
-- together with one that turns every check off, so it is a rule of our own.
config['regexp']['TEST_SPAM'] = {
  re = '/YJS\\*C4JDBQADN1\\.NSBN3\\*2IDNEN\\*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL\\*C\\.34X/{mime}',
  score = 100.0,
  description = 'test text for the Spam folder',
  group = 'test',
}

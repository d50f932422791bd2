require ["vnd.dovecot.pipe", "copy", "imapsieve", "environment"];
pipe :copy "learn" ["spam"];

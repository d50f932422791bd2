require ["fileinto", "mailbox"];
# the header is rspamd's; who writes it into his own message only harms himself
if header :is "X-Spam" "Yes" {
  fileinto :create "Spam";
  stop;
}

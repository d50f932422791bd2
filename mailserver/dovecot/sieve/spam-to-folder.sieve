require ["duplicate", "envelope", "fileinto", "index", "mailbox", "variables"];
# Postfix that was killed between a delivery and writing it down delivers once more, from the same place in its queue. The line of
# the first hop names that place, so what was sent twice is not taken for it.
if header :matches "Message-ID" "*" {
  set "message" "${1}";
}
if header :last :index 1 :matches "Received" "*" {
  set "hop" "${1}";
}
if envelope :matches "to" "*" {
  set "to" "${1}";
}
if duplicate :uniqueid "${message} ${hop} ${to}" :seconds 86400 {
  discard;
  stop;
}
# the header is rspamd's; who writes it into his own message only harms himself
if header :is "X-Spam" "Yes" {
  fileinto :create "Spam";
  stop;
}

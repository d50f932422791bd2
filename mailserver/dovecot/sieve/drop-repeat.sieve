require ["duplicate", "envelope", "index", "variables"];
# Postfix that was killed between a delivery and writing it down delivers once more, from the same file in its queue. The
# uppermost line is Dovecot's own, the second our Postfix's, with a queue id it gives only once. What lies below came with
# the message: a stranger could repeat that, and make us drop somebody else's mail.
if header :matches "Message-ID" "*" {
  set "message" "${1}";
}
if envelope :matches "to" "*" {
  set "to" "${1}";
}
if header :index 2 :matches "Received" "*" {
  set "hop" "${1}";
  if duplicate :uniqueid "${hop} ${message} ${to}" :seconds 86400 {
    discard;
    stop;
  }
}

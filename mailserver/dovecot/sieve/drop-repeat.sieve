require ["duplicate", "envelope", "index", "variables"];
# A Postfix that was killed between a delivery and writing it down delivers once more: ours to Dovecot from the same file in its
# queue, another's to ours. docs/decisions/0027 weighs what may be taken for the same message. Received lines from above: the
# first is Dovecot's own, the second our Postfix's, the third that of the server that handed it to us, if it wrote one.
if header :matches "Message-ID" "*" {
  set "message" "${1}";
}
if envelope :matches "to" "*" {
  set "to" "${1}";
}
# one of this name is our own: Postfix takes away what came with the message (header-checks.regexp)
if header :matches "Authentication-Results" "@HOSTNAME@;*" {
  set "verdict" "${1}";
}
# of that only the signatures, which rspamd writes first: SPF and DMARC follow from the address, which is in the origin, and our
# second MX has another
if string :matches "${verdict}" "*;?spf=*" {
  set "verdict" "${1}";
}
if string :matches "${verdict}" "*;?dmarc=*" {
  set "verdict" "${1}";
}
if string :matches "${verdict}" "*;?arc=*" {
  set "verdict" "${1}";
}
if header :index 2 :matches "Received" "*" {
  set "origin" "${1}";
}
# who signed in writes the third line himself
if not header :index 2 :matches "Received" ["* with ESMTPA id *", "* with ESMTPSA id *"] {
  if header :index 2 :matches "Received" "from * (* [*])*" {
    set "client" "${3}";
  }
  if header :index 3 :matches "Received" "*" {
    set "below" "${1}";
  }
  # through our second MX: its line is as good as our own
  if allof (not string :is "${client}" "", string :is "${client}" "@BACKUP_MX@") {
    set "below" "";
    if header :index 3 :matches "Received" "from * (* [*])*" {
      set "client" "${3}";
    }
    if header :index 4 :matches "Received" "*" {
      set "below" "${1}";
    }
  }
  if not string :is "${below}" "" {
    set "origin" "handed over by ${client}, ${below}";
  }
}
if not string :is "${origin}" "" {
  if duplicate :uniqueid "${origin} ${message} ${to} ${verdict}" :seconds 86400 {
    discard;
    stop;
  }
}

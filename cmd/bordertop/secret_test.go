//go:build unix

package main_test

// secret are records of which nobody may learn before an embargo is over: one of
// every kind, which change the state of the crossing, the range of the claims, the
// deadlines and what is corrected, and what tells of them without an embargo of its
// own.
const secret = `
[[source]]
id = "canary-source"
publisher = "CANARY"
title = "CANARY"
kind = "official"
published = 2025-03-01
[[place]]
id = "canary-place"
name = "CANARY"
lat = 59.4
lon = 28.2
[[crossing]]
id = "canary-crossing"
name = "CANARY"
countries = ["EE", "RU"]
serves = ["truck"]
[[measure]]
id = "canary-closure"
act = "canary-act"
kind = "closure"
by = "CANARY"
crossings = ["narva"]
from = 2025-03-01
until = 2025-03-20
allows = [{ who = "CANARY" }]
[[report]]
id = "canary-report"
crossings = ["narva"]
at = 2025-03-01
state = "restricted"
by = "CANARY"
[[deadline]]
id = "canary-deadline"
title = "CANARY"
due = 2025-03-18
[[count]]
id = "canary-count"
at = 2025-03-01
value = 424242
what = "stranded"
unit = "truck"
by = "CANARY"
[[queue]]
id = "canary-queue"
crossing = "narva"
at = 2025-03-15T11:30:00+02:00
waiting = 424242
[[incident]]
id = "canary-incident"
at = 2025-03-01
category = "canary"
severity = 4
crossings = ["narva"]
title = "CANARY"
[[statement]]
id = "canary-statement"
at = 2025-03-01
speaker = "CANARY"
summary = "CANARY"
[[condition]]
id = "canary-condition"
stated = 2025-03-01
side = "CANARY"
text = "CANARY"
state = "unmet"
[[tally]]
id = "canary-tally"
subject = "CANARY"
period = "2025-02"
value = 424242
[[amendment]]
id = "canary-amendment"
of = "said"
known = 2025-03-02
kind = "correction"
reason = "CANARY"
set = { value = 424242 }
`

const telling = `
[[incident]]
id = "canary-telling"
at = 2025-03-01
severity = 4
title = "CANARY"
about = ["canary-act"]
[[statement]]
id = "canary-citing"
at = 2025-03-01
speaker = "CANARY"
summary = "CANARY"
sources = ["canary-source"]
`

const known = `
[[count]]
id = "said"
at = 2025-02-27
value = 70
what = "stranded"
unit = "truck"
by = "Police"
sources = ["police"]
[[incident]]
id = "drone"
at = 2025-02-28
category = "drone"
severity = 2
title = "A drone"
sources = ["police"]
[[tally]]
id = "january"
subject = "Passages"
period = "2025-01"
value = 7
`

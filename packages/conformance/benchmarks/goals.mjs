// What is aimed for, by the id of a row. `npm run bench -- --check` fails where a ratio is under 60 % of `atLeast`, or
// over `atMost` divided by 0.6. Rows without a goal are reported only.

export const goals = {
  'schema-hot': { atLeast: 3 },
  'schema-first': { atLeast: 30 },

  'ob-verify': { atLeast: 30 },
  'ob-issue': { atLeast: 50 },
  'clr-40-verify-all': { atLeast: 55 },
  'clr-40-issue-all': { atLeast: 80 },
  'clr-200-verify-all': { atLeast: 55 },
  'clr-200-issue-all': { atLeast: 80 },
  'clr-40-verify-outer': { atLeast: 100 },
  'clr-40-inline-verify': { atLeast: 70 },
  'clr-40-inline-issue': { atLeast: 60 },

  'ob-verify-limit': { atMost: 1.4 },
  'clr-200-verify-all-limit': { atMost: 2.2 },
  'clr-200-issue-all-limit': { atMost: 4.3 },
  'clr-40-inline-verify-limit': { atMost: 5.6 },

  'ob-verify-jose': { atMost: 1.2 },

  'growth-verify-all': { atMost: 5.5 },
  'growth-issue-all': { atMost: 5.5 },

  'ob-full-checks': { atMost: 25 },
  'clr-40-full-checks': { atMost: 25 },

  'start-verify': { atMost: 1.5 },
  'start-verify-proof': { atMost: 1.5 },

  'read-batch-speed': { atLeast: 0.5 },
  'read-batch-memory': { atMost: 1.5 },
  'read-batch-constant': { atMost: 1.15 },

  // Reported only: how much memory a process holds is the garbage collector's decision.
  'memory-verify-all': { atMost: 30, isReportedOnly: true },
}

/** The share of a goal that a shared machine must reach. */
export const share = 0.6

/** True when a figure reaches its goal. */
export const isReached = ({ atLeast = 0, atMost = Number.POSITIVE_INFINITY }, figure) =>
  figure >= atLeast && figure <= atMost

/** True when a figure is so far from its goal that something is wrong. */
export const isFarOff = ({ atLeast = 0, atMost = Number.POSITIVE_INFINITY, isReportedOnly }, figure) =>
  !isReportedOnly && (figure < atLeast * share || figure > atMost / share)

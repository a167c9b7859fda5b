// A bare start of Node: what every program of this folder pays.
process.exitCode = 0

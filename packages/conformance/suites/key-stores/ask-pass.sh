#!/bin/sh
printf '%s\n' "$PASSPHRASE"

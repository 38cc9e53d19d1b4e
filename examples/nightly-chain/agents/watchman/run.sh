#!/bin/sh
set -eu
sleep 0.3
echo "All is quiet."

#!/bin/sh
# First process of the namespaces that a run lives in: nothing that it starts can leave the machine or outlive it.
set -eu
ip link set lo up
# Every address that kwok gives to a pod is an address of this namespace, so that one server can answer for all pods.
ip route add local 10.244.0.0/16 dev lo
# Not `exec`: this shell stays the first process and reaps what others leave behind.
"$@"

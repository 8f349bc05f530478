/** Key of the script in the ConfigMap of a tenant with sidecars. */
export const FOLLOW_SCRIPT_KEY = 'follow.sh';

/**
 * Prints a log file of Micro Integrator from its first line on, over every rotation, each line once. `tail -F` does
 * not: it looks once a second and drops what it had not read of the file that was renamed meanwhile (measured: half of
 * all lines at two rotations a second). log4j2 renames `audit.log` to `audit-<date>.log`, and a second time on one day
 * takes that name again, so a file is known by its inode. Needs `sh`, `cat`, `stat`, `sort -V` and `awk`, as busybox
 * has them. On SIGTERM it prints the rest and ends.
 */
export const FOLLOW_SCRIPT = `# Prints the file $1 from its first line on, over every rotation. TERM: prints the rest and ends.
set -u
end=
trap 'end=1' TERM

# The files that it was renamed to, oldest first; by number where the clock is too coarse.
archives() {
  stat -c '%y %n %i' "\${1%.*}"[-_][0-9]*".\${1##*.}" 2>/dev/null | sort -V
}

# Turns to the new file, by way of those that came and went since the last look.
next() {
  { command exec 4<"$1"; } 2>/dev/null || return
  seen=
  while read -r _ time _ name inode; do
    [ "$name" -ef /proc/self/fd/4 ] && break
    case "$known|$name" in
      *" $time $inode;"* | *'|') ;;
      *) [ "$name" -ef /proc/self/fd/3 ] || cat <"$name" ;;
    esac
    seen="$seen $time $inode;"
  done <<END
$(archives "$1")
END
  known=$seen
  exec 3<&4 4<&-
}

known=$(archives "$1" | awk '{ printf " %s %s;", $2, $5 }')
exec 3</dev/null
while last=$end; do
  cat <&3
  if [ -f "$1" ] && ! [ "$1" -ef /proc/self/fd/3 ]; then
    # What came after the look before and ahead of the rotation.
    cat <&3
    next "$1" && continue
  fi
  [ -n "$last" ] && exit 0
  sleep 0.5
done
`;

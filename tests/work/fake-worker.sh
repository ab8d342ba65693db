#!/bin/sh
# A worker that behaves as FAKE_WORKER says. Where it hangs it writes its process id to FAKE_WORKER_ID first.
answer () { # POSITIONS
  printf '{"format": "netzkarte-answer-1", "positions": [%s]}' "$1"
}

case $FAKE_WORKER in
  deaf) exit 0 ;;
  endless-at-once) exec cat /dev/zero ;;
  hang) echo $$ > "$FAKE_WORKER_ID.new"; mv "$FAKE_WORKER_ID.new" "$FAKE_WORKER_ID"; exec sleep 1000 ;;
esac
cat > /dev/null
case $FAKE_WORKER in
  good) answer '[1, 2], [30.25, -4]' ;;
  lingering)  # has said all, but does not go
    answer '[1, 2], [30.25, -4]'; exec > /dev/null 2> /dev/null
    echo $$ > "$FAKE_WORKER_ID.new"; mv "$FAKE_WORKER_ID.new" "$FAKE_WORKER_ID"; exec sleep 1000 ;;
  warning) echo 'something about fonts' >&2; answer '[1, 2], [30.25, -4]' ;;
  segfault) kill -SEGV $$ ;;
  killed) kill -KILL $$ ;;
  out-of-time) kill -XCPU $$ ;;
  refuse) echo 'a warning' >&2; echo 'The job is too large.' >&2; exit 1 ;;
  fail) exit 3 ;;
  silent) ;;
  garbage) echo 'Segmentation violation? No: just this.' ;;
  binary) printf '\377\376\000\001\002' ;;
  brackets) head -c 200000 /dev/zero | tr '\0' '[' ;;
  truncated) printf '{"format": "netzkarte-answer-1", "positions": [[1, 2], [30.25' ;;
  not-finite) answer '[1, 2], [NaN, 4]' ;;
  infinite) answer '[1, 2], [1e999, 4]' ;;
  too-far) answer '[1, 2], [1e12, 4]' ;;
  too-few) answer '[1, 2]' ;;
  too-many) answer '[1, 2], [3, 4], [5, 6]' ;;
  no-pair) answer '[1, 2], [3]' ;;
  texts) answer '[1, 2], ["3", "4"]' ;;
  moves-fixed) answer '[1.01, 2], [30.25, -4]' ;;
  endless) exec cat /dev/zero ;;
  endless-digits) printf '{"format": "netzkarte-answer-1", "positions": [[1'; exec tr '\0' 1 < /dev/zero ;;
  endless-complaint) exec cat /dev/zero >&2 ;;
  endless-spaces) answer '[1, 2], [30.25, -4]'; exec tr '\0' ' ' < /dev/zero ;;
  other-format) printf '{"format": "netzkarte-answer-99", "positions": [[1, 2], [3, 4]]}' ;;
esac

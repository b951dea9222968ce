#!/bin/sh
# Build the wheel, install it into a fresh environment by the lock file, and run the demo outside the checkout.
# Usage: scripts/try_wheel.sh PYTHON
set -eu
python=$1
top=$(cd "$(dirname "$0")/.." && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

cd "$top"
"$python" -m pip --disable-pip-version-check --quiet wheel . --no-deps --no-build-isolation --wheel-dir "$room"
"$python" -m venv "$room/fresh"
"$room/fresh/bin/python" -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/run.lock
"$room/fresh/bin/python" -m pip --disable-pip-version-check --quiet install --no-deps --no-index "$room"/*.whl

cd "$room"
export HOME="$room" INTERVIEWSIM_HOME="$room/home"
fresh/bin/interviewsim demo --json > scorecard.json
fresh/bin/python -c 'import json; card = json.load(open("scorecard.json")); assert card["score"], card'
fresh/bin/interviewsim rubrics check
fresh/bin/interviewsim questions check
fresh/bin/interviewsim doctor
echo "The wheel works outside the checkout."

#!/usr/bin/env bash
# Run every evaluator of ../shared on this checkout and print the one line each ends with.
# Usage: bench/evaluators.sh [NAME...]     e.g. bench/evaluators.sh statements times
set -u
cd "$(dirname "$0")/.."
python=${PYTHON:-.venv/bin/python}
export PYTHONPATH="$PWD/src"
readout="$python -m readout"
names=("$@")
[ ${#names[@]} -gt 0 ] || names=(clean statements times amounts extract copies stories dossier)
for name in "${names[@]}"; do
  case $name in
    copies | stories) run="$readout $name -q -" ;;
    dossier) run="$readout report -q" ;;
    *) run="$readout annotate -" ;;
  esac
  "$python" "../shared/evals/$name.py" --run "$run" 2>&1 | tail -n 1
done

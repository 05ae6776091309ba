"""Kills Footing at every write that it makes, and holds that a new process ends as if nothing had happened.

A whole apply, in three Regions and with settings beside the stacks, and its undo: for each write the program is killed
before the call and after it, before the answer; the journal has to tell of the write already; `footing resume` goes on in
a new process; and the account has to be what it is after a run that nobody killed, but for times and generated ids.
"""

import functools
import json
import re
import shutil
import sys

import practice_runs

KILLED = 137


def writes(output):
    """How many calls of a run were to change something, by its log."""
    return int(re.findall(r"writes=(\d+)", output)[-1])


def open_writes(bench):
    """What the newest journal tells of that was begun and has no end, as it is on the disk when the program dies."""
    newest = max(bench.folder.glob("data/**/*.jsonl"), key=lambda file: file.stat().st_mtime_ns)
    begun = []
    for line in map(json.loads, newest.read_text().splitlines()):
        write = (line["subject"], line["token"])
        if line["kind"] == "writing":
            begun.append(write)
        elif write in begun:
            begun.remove(write)
    return begun


def point(base, command, number, how, wanted):
    bench = base.copy(f"{command[0]}-{how}-{number}")
    try:
        bench.run(*command, faults={"write": number, "does": how}, expected=KILLED)
        assert open_writes(bench), "the journal does not tell of the write before it"
        bench.run("resume", "--yes")
        bench.holds(wanted)
    finally:
        shutil.rmtree(bench.folder)


def points(base, command):
    """All points of a command from an account, and the account after it."""
    whole = base.copy(f"{command[0]}-whole")
    count = writes(whole.run(*command, "--log", "debug"))
    wanted = practice_runs.plain(whole.account())
    return whole, [(command[0], f"{command[0]} {how} of write {number}",
                    functools.partial(point, base, command, number, how, wanted))
                   for number in range(1, count + 1) for how in ("kill-before", "kill-after")]


def main():
    given = practice_runs.arguments(__doc__)
    base, command, _ = practice_runs.begin(given.footing, given.folder)
    applied, of_apply = points(base, command)
    _, of_undo = points(applied, ["undo", "--yes"])
    results = practice_runs.tried(of_apply + of_undo, given.seconds)
    apply = sum(kind == "apply" for kind, _ in results)
    print(f"crash points: {apply} of {len(of_apply)} of apply and {len(results) - apply} of {len(of_undo)} of undo tried, "
          f"{sum(not wrong for _, wrong in results)} passed")
    return 0 if practice_runs.passed(results, of_apply + of_undo) else 1


if __name__ == "__main__":
    sys.exit(main())

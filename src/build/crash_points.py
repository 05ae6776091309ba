"""Kills Footing at every write that it makes, and holds that a new process ends as if nothing had happened.

A whole apply, in three Regions and with settings beside the stacks, and its undo: for each write the program is killed
before the call and after it, before the answer; `footing resume` goes on in a new process; and the account has to be
what it is after a run that nobody killed, but for times and generated ids.
Usage: crash_points.py FOOTING FOLDER
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

# An old account with three Regions.
ACCOUNT = "--practice=generated:regions=3"
KILLED = 137
LONGEST_SECONDS = 300

TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
IAM_ID = re.compile(r"\bA(GP|RO|ID|KI|SI)A[A-Z0-9]{10,20}\b")
HEX = re.compile(r"\b[0-9a-f]{16,}\b")
EPOCH = re.compile(r"\b1\d{12}\b")
SHORT_ID = re.compile(r"(?<=/)[0-9a-f]{8}\b")
LOG_FILE = re.compile(r"\d{4}/\d{2}/\d{2}/\S+")


class Bench:
    """A practice account in a file, with the journals of what was done to it."""

    def __init__(self, footing, folder):
        self.footing = footing
        self.folder = pathlib.Path(folder)
        self.state = self.folder / "account.json"

    def copy(self, folder):
        shutil.copytree(self.folder, folder)
        return Bench(self.footing, folder)

    def run(self, *words, expected=0):
        """The program's output; it has to end with this code."""
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / "data"))
        done = subprocess.run([self.footing, *words, "--practice-state", str(self.state)], env=environment,
                              capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False)
        if done.returncode != expected:
            raise AssertionError(f"footing {' '.join(words)} ended with {done.returncode}, not {expected}:\n"
                                 f"{done.stdout[-1500:]}\n{done.stderr[-3000:]}")
        return done.stdout + done.stderr

    def account(self):
        return plain(json.loads(self.state.read_text())["account"])


def plain(account):
    """The account without what differs from run to run: times, generated ids, and the history of its stacks."""
    account["stacks"] = sorted((stack(one) for one in account["stacks"].values()
                                if one["status"]["code"] != "DELETE_COMPLETE"), key=str)
    for bucket in account["buckets"].values():
        bucket["objects"] = sorted({neutral(name) for name in bucket.get("objects", {})})
    for trail in account["trails"].values():
        trail.pop("delivery", None)  # it goes on with the clock, whoever does what
    text = json.dumps(account, sort_keys=True, indent=1)
    return neutral(text)


def stack(one):
    return {"name": one["name"], "region": one["region"], "protected": one["terminationProtection"],
            "template": one["deployed"]["template"], "rests": one["status"]["code"].endswith("_COMPLETE"),
            "resources": sorted(resource["logicalId"] for resource in one["resources"]),
            "changeSets": one.get("changeSets", [])}


def neutral(text):
    for pattern, word in ((LOG_FILE, "FILE"), (TIME, "TIME"), (EPOCH, "TIME"), (UUID, "UUID"), (SHORT_ID, "ID"), (IAM_ID, "ID"), (HEX, "HEX")):
        text = pattern.sub(word, text)
    return text


def writes(output):
    """How many calls of a run were to change something, by its log."""
    return int(re.findall(r"writes=(\d+)", output)[-1])


def point(base, command, number, how, wanted):
    """Tries one point; what is wrong there, or nothing."""
    name = f"{command[0]} {how} of write {number}"
    bench = base.copy(base.folder.parent / name.replace(" ", "-"))
    try:
        faults = bench.folder / "faults.yaml"
        faults.write_text(f"faults:\n  - {{write: {number}, does: {how}}}\n")
        bench.run(*command, "--practice-faults", str(faults), expected=KILLED)
        bench.run("resume", "--yes")
        if bench.account() != wanted:
            return f"{name}: the account is another than after a run that nobody killed\n{difference(wanted, bench.account())}"
        return None
    except (AssertionError, subprocess.TimeoutExpired) as broken:
        return f"{name}: {broken}"
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)


def difference(wanted, found):
    lines = [f"  - {line.strip()}" for line in wanted.splitlines() if line not in found.splitlines()]
    lines += [f"  + {line.strip()}" for line in found.splitlines() if line not in wanted.splitlines()]
    return "\n".join(line[:300] for line in lines[:20])


def every_point(base, command):
    """Tries all points of a command from an account; how many there are, and what is wrong."""
    whole = base.copy(base.folder.parent / f"{command[0]}-whole")
    count = writes(whole.run(*command, "--log", "debug"))
    wanted = whole.account()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        points = [pool.submit(point, base, command, number, how, wanted)
                  for number in range(1, count + 1) for how in ("kill-before", "kill-after")]
        wrong = [one.result() for one in points if one.result()]
    return whole, len(points), wrong


def main(footing, folder):
    folder = pathlib.Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    base = Bench(str(pathlib.Path(footing).absolute()), folder / "base")
    base.folder.mkdir(parents=True)
    choices = folder / "choices.yaml"
    base.run("plan", ACCOUNT, "--write-choices", str(choices))
    applied, tried, wrong = every_point(base, ["apply", "--choices", str(choices), "--yes"])
    _, more, also = every_point(applied, ["undo", "--yes"])
    for line in wrong + also:
        print(line, file=sys.stderr)
    print(f"crash points: {tried} of apply and {more} of undo tried, {tried + more - len(wrong + also)} passed")
    return 1 if wrong or also else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))

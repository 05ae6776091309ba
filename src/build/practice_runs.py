"""Real runs of the program over a practice account in a file, for the tests that break them.

The account is an old one: Footing changes settings in it, adopts its log bucket, and makes stacks in three Regions.
"""

import argparse
import concurrent.futures
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

BEGAN = time.monotonic()
ACCOUNT = "--practice=generated:regions=3"
# Settings that nobody is offered unless they ask.
BEYOND = ("s3-public-access-block", "ebs-encryption")
NOT_DONE = 4
LONGEST_SECONDS = 300
# So many are tried however little time there is: on a machine that is that slow, a few still show something.
FEWEST = 4

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

    def copy(self, name):
        folder = self.folder.parent / name
        shutil.copytree(self.folder, folder)
        return Bench(self.footing, folder)

    def run(self, *words, faults=None, expected=0):
        """What the program says; it has to end with this code."""
        if faults:
            file = self.folder / "faults.yaml"
            file.write_text(json.dumps({"faults": [faults]}))
            words += ("--practice-faults", str(file))
        environment = dict(os.environ, XDG_DATA_HOME=str(self.folder / "data"))
        done = subprocess.run([self.footing, *words, "--practice-state", str(self.state)], env=environment,
                              capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False)
        if done.returncode != expected:
            raise AssertionError(f"footing {' '.join(words)} ended with {done.returncode}, not {expected}:\n"
                                 f"{done.stdout[-1500:]}\n{done.stderr[-3000:]}")
        return done.stdout + done.stderr

    def account(self):
        return json.loads(self.state.read_text())["account"]

    def holds(self, wanted):
        """Fails where the account is another, but for times and generated ids."""
        found = plain(self.account())
        if found != wanted:
            raise AssertionError(f"the account is another than after a run that nothing broke\n{difference(wanted, found)}")


def plain(account):
    """The account without what differs from run to run: times, generated ids, and the history of its stacks."""
    account["stacks"] = sorted((stack(one) for one in account["stacks"].values()
                                if one["status"]["code"] != "DELETE_COMPLETE"), key=str)
    for bucket in account["buckets"].values():
        bucket["objects"] = sorted({neutral(name) for name in bucket.get("objects", {})})
    # What a trail delivers goes on with the clock, whoever does what.
    for trail in account["trails"].values():
        trail.pop("delivery", None)
    for group in account["logGroups"].values():
        group.pop("streams", None)
    return neutral(json.dumps(account, sort_keys=True, indent=1))


def stack(one):
    return {"name": one["name"], "region": one["region"], "protected": one["terminationProtection"],
            "template": one["deployed"]["template"], "rests": one["status"]["code"].endswith("_COMPLETE"),
            "resources": sorted(resource["logicalId"] for resource in one["resources"]),
            "changeSets": one.get("changeSets", [])}


def neutral(text):
    for pattern, word in ((LOG_FILE, "FILE"), (TIME, "TIME"), (EPOCH, "TIME"), (UUID, "UUID"), (SHORT_ID, "ID"),
                          (IAM_ID, "ID"), (HEX, "HEX")):
        text = pattern.sub(word, text)
    return text


def difference(wanted, found):
    lines = [f"  - {line.strip()}" for line in wanted.splitlines() if line not in found.splitlines()]
    lines += [f"  + {line.strip()}" for line in found.splitlines() if line not in wanted.splitlines()]
    return "\n".join(line[:300] for line in lines[:20])


def begin(footing, folder):
    """The account before anything is done, the words that apply everything to it, and what that would change."""
    folder = pathlib.Path(folder).absolute()
    shutil.rmtree(folder, ignore_errors=True)
    base = Bench(str(pathlib.Path(footing).absolute()), folder / "base")
    base.folder.mkdir(parents=True)
    choices = folder / "choices.yaml"
    base.run("plan", ACCOUNT, "--write-choices", str(choices))
    text = choices.read_text()
    for switch in BEYOND:
        text, switched = re.subn(rf"^  {switch}: false$", f"  {switch}: true", text, flags=re.MULTILINE)
        assert switched == 1, f"the choices file has no {switch}"
    choices.write_text(text)
    base.run("plan", "--choices", str(choices), "--out", str(folder / "plan"))
    changes = json.loads((folder / "plan/plan.json").read_text())["changes"]
    check(changes)
    return base, ["apply", "--choices", str(choices), "--yes"], changes


def check(changes):
    """That it is as much as is to be broken: nothing shows anything where it is less."""
    stacks = {(one["what"].split("/")[0], one["region"]) for one in changes if one["kind"] == "stack-resource"}
    settings = [one["what"] for one in changes if one["kind"] == "direct-setting"]
    assert {name for name, _ in stacks} == {"footing-security", "footing-config", "footing-billing"}, stacks
    assert len({region for _, region in stacks}) >= 3, stacks
    assert len(settings) >= 6, settings
    assert any(one.startswith("bucket-policy:") for one in settings), settings


def tried(trials, seconds):
    """Makes trials until there is no time left, spread over all of them whenever that is.

    Gives for each that was made its kind and what was wrong, or nothing. A trial has a kind, a name and a function."""
    until = BEGAN + (seconds or math.inf)
    # By the golden section, so that what is tried lies everywhere and far apart, however much it is.
    order = sorted(range(len(trials)), key=lambda place: (place * (math.sqrt(5) - 1) / 2) % 1)

    def one(count, trial):
        kind, name, attempt = trial
        if count >= FEWEST and time.monotonic() > until:
            return None
        try:
            attempt()
            return kind, None
        except (AssertionError, subprocess.TimeoutExpired) as broken:
            print(f"{name}: {broken}", file=sys.stderr, flush=True)
            return kind, name

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        done = list(pool.map(one, range(len(order)), [trials[place] for place in order]))
    return [result for result in done if result]


def passed(results, trials):
    """Whether as many were tried as have to be, and nothing was wrong."""
    return len(results) >= min(FEWEST, len(trials)) > 0 and not any(wrong for _, wrong in results)


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("footing", help="bin/footing of the program")
    parser.add_argument("folder", help="where to work; what is there is deleted")
    parser.add_argument("--seconds", type=float, help="begin nothing more so long after the start; without it, all is tried")
    return parser.parse_args()

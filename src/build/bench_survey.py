"""How long a survey takes as a whole process, and what the time goes to.

    python src/build/bench_survey.py [--runs 5] [--latency 80] [--footing target/footing]

with the Python of a virtual environment that has src/build/requirements.txt, for moto's server. It measures the
practice account, an account in moto's server, and the same one from afar (see latency_proxy.py, which repeats what the
server answered once: what is measured is the program); each from the start cache and without it. The account is filled
by footing.wire.GoodAccount of target/test-classes. Nothing fails because it was slow: the figures are for people.
"""

import argparse
import contextlib
import os
import pathlib
import re
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from datetime import datetime

HERE = pathlib.Path(__file__).resolve().parent
# Those that are on in every account: as many as the practice account has.
REGIONS = ("us-east-1,us-east-2,us-west-1,us-west-2,ap-south-1,ap-northeast-1,ap-northeast-2,ap-northeast-3,"
           "ap-southeast-1,ap-southeast-2,ca-central-1,eu-central-1,eu-west-1,eu-west-2,eu-west-3,eu-north-1,sa-east-1")
TIMINGS = re.compile(r"^regions=(\d+) calls=(\d+) .*longest-chain=(\d+) wall-ms=(\d+)$", re.M)
CLIENT = re.compile(r"SdkClients client \S+ \S+ made in (\d+) us")
CALL = re.compile(r"footing\.aws\.call .* (\d+) ms, attempts (\d+)")
AT = re.compile(r"^(\S+Z) DEBUG footing\.aws\.survey\.Survey survey (began|ended)", re.M)


def counters(file):
    """What the JVM counted, by name. Source: the layout of the JDK's perfMemory.hpp, version 2.0."""
    data = file.read_bytes()
    order = "<" if data[4] else ">"
    offset, entries = struct.unpack_from(order + "ii", data, 24)
    told = {}
    for _ in range(entries):
        length, name, vector, kind, _, _, _, value = struct.unpack_from(order + "iiiBBBBi", data, offset)
        key = data[offset + name:data.index(b"\0", offset + name)].decode()
        if kind == ord("J") and not vector:
            told[key] = struct.unpack_from(order + "q", data, offset + value)[0]
        elif kind == ord("B"):
            told[key] = data[offset + value:offset + value + vector].split(b"\0")[0].decode()
        offset += length
    return told


class Run:
    """One process from its start to its end."""

    def __init__(self, home, options, environment, folder, counting=False):
        perf = folder / "counters"
        opts = f"-XX:+PerfDataSaveToFile -XX:PerfDataSaveFile={perf}" if counting else ""
        log = ["--log", "debug"] if counting else []
        with open(folder / "out", "wb") as out, open(folder / "err", "wb") as err:
            self.began = time.time()
            process = subprocess.Popen([home / "bin" / "footing", *log, "survey", *options, "--timings"], stdout=out,
                                       stderr=err, stdin=subprocess.DEVNULL, env=environment | {"FOOTING_OPTS": opts})
            _, status, used = os.wait4(process.pid, 0)
            self.ended = time.time()
        process.returncode = os.waitstatus_to_exitcode(status)
        self.err = (folder / "err").read_text()
        timings = TIMINGS.search((folder / "out").read_text())
        if not timings:
            sys.exit(f"bench: {process.args} ended with {process.returncode}\n{self.err[-2000:]}")
        self.line = timings[0]
        self.chain, self.survey = int(timings[3]), int(timings[4]) / 1000
        self.whole, self.cpu = self.ended - self.began, used.ru_utime + used.ru_stime
        self.counters = counters(perf) if counting else {}

    def parts(self):
        """Seconds of the clock, one after another; then what was counted, in seconds over all threads."""
        begun, ended = (datetime.fromisoformat(at).timestamp() for at, _ in AT.findall(self.err))
        main = self.counters["sun.rt.createVmEndTime"] / 1000
        clients, calls = CLIENT.findall(self.err), CALL.findall(self.err)
        told = self.counters
        return {
            "JVM, until main": main - self.began,
            "start, until the survey begins": begun - main,
            "survey": ended - begun,
            "findings, table, end": self.ended - ended,
        }, {
            "classes": (told["java.cls.loadedClasses"] + told["java.cls.sharedLoadedClasses"],
                        (told["sun.cls.time"] + told["sun.cls.classInitTime.self"]
                         + told["sun.cls.classLinkedTime.self"]) / 1e9),
            "classes not from the cache": (told["java.cls.loadedClasses"], told["sun.cls.time"] / 1e9),
            "compiled methods": (told["sun.ci.totalCompiles"], told["java.ci.totalTime"] / 1e9),
            "clients": (len(clients), sum(map(int, clients)) / 1e6),
            "calls over HTTP": (len(calls), sum(int(took) for took, _ in calls) / 1000),
            "attempts": (sum(int(attempts) for _, attempts in calls), 0.0),
        }


def middle(tables):
    """The median of each row."""
    return {row: statistics.median(table[row] for table in tables) for row in tables[0]}


def measure(name, home, options, environment, runs, bound):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        Run(home, options, environment, folder)  # fills the disk's cache, and the proxy's
        load = os.getloadavg()[0]
        plain = [Run(home, options, environment, folder) for _ in range(runs)]
        counted = [Run(home, options, environment, folder, counting=True) for _ in range(runs)]
    wholes = sorted(run.whole for run in plain)
    survey = statistics.median(run.survey for run in plain)
    print(f"\n{name}: {statistics.median(wholes):.2f} s ({wholes[0]:.2f} to {wholes[-1]:.2f}), CPU "
          f"{statistics.median(run.cpu for run in plain):.2f} s, survey {survey:.2f} s; load was {load:.1f}")
    print(f"  {plain[-1].line}")
    if bound:
        print(f"  bound of the survey: 1.5 x {plain[-1].chain} x {bound} ms + 700 ms = "
              f"{(1.5 * plain[-1].chain * bound + 700) / 1000:.2f} s")
    clock = middle([run.parts()[0] for run in counted])
    for row, seconds in clock.items():
        print(f"  {row:<34}{seconds:8.2f} s")
    print("  over all threads, while counting:")
    for row in counted[0].parts()[1]:
        number, seconds = (statistics.median(run.parts()[1][row][i] for run in counted) for i in (0, 1))
        print(f"  {row:<26}{number:8.0f}{seconds:8.2f} s")
    return counted[-1].counters["java.property.java.home"]


@contextlib.contextmanager
def server(command, pattern):
    """A server that says where it listens."""
    with tempfile.TemporaryFile("w+b") as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        try:
            for _ in range(300):
                found = re.search(pattern, os.pread(said.fileno(), 10_000, 0).decode())
                if found or process.poll() is not None:
                    break
                time.sleep(0.1)
            else:
                found = None
            if not found:
                sys.exit(f"bench: {command} did not start")
            yield found[0]
        finally:
            process.terminate()
            process.wait()


def without_cache(footing, folder):
    """The same program, with all but its start cache."""
    (folder / "lib").mkdir()
    shutil.copytree(footing / "bin", folder / "bin")
    for file in (footing / "lib").iterdir():
        if file.suffix != ".aot":
            (folder / "lib" / file.name).symlink_to(file)
    return folder


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--latency", type=int, default=80, metavar="MS")
    arguments.add_argument("--footing", type=pathlib.Path, default=HERE.parent.parent / "target" / "footing")
    options = arguments.parse_args()
    footing = options.footing.resolve()
    address = r"http://127\.0\.0\.1:\d+"
    with contextlib.ExitStack() as stack:
        work = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (work / "uncached").mkdir()
        homes = {"from the cache": footing, "without the cache": without_cache(footing, work / "uncached")}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "XDG_", "FOOTING_"))}
        environment = kept | {"HOME": str(work), "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
                              "AWS_SECRET_ACCESS_KEY": "example", "AWS_EC2_METADATA_DISABLED": "true"}
        practice = ["--practice=inherited", "--practice-latency", f"{options.latency}ms"]
        for name, home in homes.items():
            java = measure(f"practice account, {options.latency} ms, {name}", home, practice, environment,
                           options.runs, options.latency)
        moto = stack.enter_context(server([pathlib.Path(sys.executable).with_name("moto_server"), "-H", "127.0.0.1",
                                           "-p", "0"], address))
        classes = os.pathsep.join([str(footing.parent / "test-classes"), str(footing / "lib" / "*")])
        subprocess.run([pathlib.Path(java) / "bin" / "java", "-cp", classes, "footing.wire.GoodAccount"], check=True,
                       env=environment | {"FOOTING_WIRE_ENDPOINT": moto})
        proxy = stack.enter_context(server([sys.executable, HERE / "latency_proxy.py", moto, "--replay", "--latency",
                                            str(options.latency)], address))
        wire = ["--region", "eu-central-1", "--regions", REGIONS]
        for where, endpoint, bound in (("moto's server", moto, 0), (f"{options.latency} ms away", proxy,
                                                                   options.latency)):
            for name, home in homes.items():
                measure(f"over the wire, {where}, {name}", home, wire, environment | {"AWS_ENDPOINT_URL": endpoint},
                        options.runs, bound)


if __name__ == "__main__":
    main()

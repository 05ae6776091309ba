"""Lets each resource of each stack fail once, and holds that the next apply ends as if nothing had happened.

Of the apply in which it fails, the first cause is told first, and every stack that does not rest on the one that failed
is made; the apply after it meets nothing that is in its way; and the account has to be what it is after an apply in
which nothing fails, but for times and generated ids.
"""

import functools
import shutil
import sys

import practice_runs


def resource(base, command, where, stacks, wanted):
    (stack, region), logical_id = where
    reason = f"{logical_id} goes wrong this once"
    bench = base.copy(f"{stack}-{region}-{logical_id}")
    try:
        told = bench.run(*command, expected=practice_runs.NOT_DONE, faults={
            "resource": {"stack": stack, "region": region, "logicalId": logical_id}, "does": "fail", "reason": reason})
        first = (" ".join(told.split()).split("Failed: ") + [""])[1]
        assert reason in first and "rest of the stack was rolled back" in first, f"not told first: {first[:300]}"
        made = {(one["name"], one["region"]) for one in bench.account()["stacks"].values()
                if one["status"]["code"] == "CREATE_COMPLETE"}
        needs_it = {one for one in stacks if stack == "footing-security" and one[0] == "footing-config"}
        assert made == stacks - needs_it - {(stack, region)}, f"made were {made}"
        again = bench.run(*command)
        assert "already exists" not in again, again[-1500:]
        bench.holds(wanted)
    finally:
        shutil.rmtree(bench.folder)


def main():
    given = practice_runs.arguments(__doc__)
    base, command, changes = practice_runs.begin(given.footing, given.folder)
    whole = base.copy("apply-whole")
    whole.run(*command)
    wanted = practice_runs.plain(whole.account())
    resources = []
    for one in changes:
        if one["kind"] == "stack-resource":
            stack, logical_id = one["what"].split("/")
            resources.append(((stack, one["region"]), logical_id))
    stacks = {stack for stack, _ in resources}
    trials = [("resource", f"{where[0][0]}/{where[1]} in {where[0][1]}",
               functools.partial(resource, base, command, where, stacks, wanted)) for where in resources]
    results = practice_runs.tried(trials, given.seconds)
    print(f"failing resources: {len(results)} of {len(trials)} tried, {sum(not wrong for _, wrong in results)} passed")
    return 0 if practice_runs.passed(results, trials) else 1


if __name__ == "__main__":
    sys.exit(main())

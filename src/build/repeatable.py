"""Holds the command lines of a printed checklist against the models of the AWS CLI's own library.

Each must name a service, an operation and parameters that exist, and give every parameter that is required, in its
shape: an auditor is to paste them. Usage: repeatable.py CHECKLIST.html...
"""

import html
import json
import re
import shlex
import sys

import botocore.session
from botocore import xform_name
from botocore.validate import ParamValidator

# The AWS CLI's names of services, where they are not botocore's.
SERVICES = {"s3api": "s3", "configservice": "config"}
SESSION = botocore.session.get_session()


def value_of(text, shape):
    """The text as the AWS CLI takes it for a parameter of this shape."""
    if shape.type_name == "list":
        return json.loads(text) if text.startswith("[") else [value_of(text, shape.member)]
    if shape.type_name in ("structure", "map"):
        return json.loads(text)
    if shape.type_name in ("integer", "long"):
        return int(text)
    return text


def trouble(line):
    """What is wrong with a command line; None where nothing is."""
    words = shlex.split(line)
    if len(words) < 3 or words[0] != "aws":
        return "no command of the AWS CLI"
    name = SERVICES.get(words[1], words[1])
    if words[1] in SERVICES.values() or name not in SESSION.get_available_services():
        return "no such service"
    model = SESSION.get_service_model(name)
    operation = {xform_name(one, "-"): one for one in model.operation_names}.get(words[2])
    if operation is None:
        return "no such operation"
    shape = model.operation_model(operation).input_shape
    members = {xform_name(one, "-"): one for one in shape.members} if shape else {}
    given = {}
    rest = iter(words[3:])
    for word in rest:
        option, equals, text = word.removeprefix("--").partition("=")
        if option == "region":
            next(rest)
        elif option in members and equals:
            given[members[option]] = value_of(text, shape.members[members[option]])
        elif option.removeprefix("no-") in members and not equals:
            given[members[option.removeprefix("no-")]] = not option.startswith("no-")
        else:
            return f"no such parameter: {word}"
    if shape:
        report = ParamValidator().validate(given, shape)
        if report.has_errors():
            return report.generate_report()
    return None


def main(files):
    """Prints what is wrong, and ends with 1 where something is."""
    lines = set()
    for file in files:
        with open(file, encoding="utf-8") as page:
            found = re.findall(r'<p class="command[^"]*">(.*?)</p>', page.read(), re.DOTALL)
        if not found:
            sys.exit(f"{file}: no command line in it")
        lines.update(html.unescape(line) for line in found)
    wrong = [f"{line}\n    {why}" for line in sorted(lines) if (why := trouble(line))]
    print(f"{len(lines)} command lines of checklists, {len(wrong)} wrong")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main(sys.argv[1:])

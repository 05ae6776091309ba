#!/usr/bin/env python3
"""Draws footing.svg anew as the icon files that installers and the window want. Needs rsvg-convert (librsvg).

Windows and macOS keep several sizes in one file; both take PNG images inside, so nothing more is needed.
"""
import pathlib
import struct
import subprocess

here = pathlib.Path(__file__).resolve().parent
packaging = here.parent


def png(size):
    drawn = subprocess.run(
        ["rsvg-convert", "-w", str(size), "-h", str(size), str(here / "footing.svg")], check=True, capture_output=True
    )
    return drawn.stdout


def ico(sizes):
    images = [(size, png(size)) for size in sizes]
    offset = 6 + 16 * len(images)
    head, body = struct.pack("<HHH", 0, 1, len(images)), b""
    for size, image in images:
        # A width of 256 is written as 0.
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(image), offset + len(body))
        body += image
    return head + body


def icns(types):
    body = b""
    for kind, size in types:
        image = png(size)
        body += kind + struct.pack(">I", len(image) + 8) + image
    return b"icns" + struct.pack(">I", len(body) + 8) + body


(packaging / "linux" / "Footing.png").write_bytes(png(256))
(packaging / "windows" / "Footing.ico").write_bytes(ico([16, 24, 32, 48, 64, 128, 256]))
(packaging / "macos" / "Footing.icns").write_bytes(
    icns([(b"ic11", 32), (b"ic12", 64), (b"ic07", 128), (b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512)])
)
window = packaging.parent / "src/main/resources/footing/wizard/icon"
for size in [16, 24, 32, 48, 64, 128, 256]:
    (window / f"footing-{size}.png").write_bytes(png(size))

"""Sets a plain sheet: words as JSON come in, a PDF goes out. Run as a process of its own."""

import sys
from pathlib import Path

import typst

if __name__ == "__main__":
    template = Path(__file__).with_name("plain.typ")
    made = typst.compile(
        template,
        root=template.parent,
        ignore_system_fonts=True,
        pdf_tags=False,
        sys_inputs={"sheet": sys.stdin.buffer.read().decode()},
    )
    sys.stdout.buffer.write(made)

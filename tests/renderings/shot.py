"""Takes the picture of a page with Chromium, and makes its file small."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

_WIDTH, _HEIGHT, _SCALE = 660, 2_400, 1.5
_COLOURS, _MARGIN, _SECONDS = 96, 12, 120
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


def take(html: str, path: Path) -> None:
    """Writes a PNG of the page, without the empty space below it."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise SystemExit("Chromium is needed: apt-get install chromium fonts-noto-core fonts-wqy-microhei")
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder) / "page.html", Path(folder) / "shot.png"
        page.write_text(html, "utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={folder}",
        ]
        options += [f"--window-size={_WIDTH},{_HEIGHT}", f"--force-device-scale-factor={_SCALE}"]
        command = [program, *options, f"--screenshot={shot}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
        with Image.open(shot) as taken:
            _cropped(taken.convert("RGB")).quantize(_COLOURS).save(path, optimize=True)


def _cropped(taken: Image.Image) -> Image.Image:
    """The picture down to the last line in which there is something."""
    empty = Image.new("RGB", taken.size, taken.getpixel((0, 0)))
    box = ImageChops.difference(taken, empty).getbbox() or (0, 0, *taken.size)
    return taken.crop((0, 0, taken.width, min(box[3] + _MARGIN, taken.height)))

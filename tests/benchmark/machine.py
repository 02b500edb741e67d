"""What the figures were taken on."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_LIBRARIES = (
    "chromadb",
    "onnxruntime",
    "tokenizers",
    "numpy",
    "torch",
    "sentence-transformers",
    "llama-index-core",
    "llama-index-embeddings-huggingface",
    "txtai",
)


def machine() -> dict[str, str]:
    """Returns processor, threads and versions, by name."""
    known = {
        "processor": _processor(),
        "processors": str(len(os.sched_getaffinity(0))),
        "load": f"{os.getloadavg()[0]:.1f}",
        "python": platform.python_version(),
        "platform": sys.platform,
        **{name: os.environ.get(name, "unset") for name in THREADS},
    }
    return known | {name: _version(name) for name in _LIBRARIES}


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
